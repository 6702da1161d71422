"""Django formats per language: days and months as people of Syria and Iraq write them."""
