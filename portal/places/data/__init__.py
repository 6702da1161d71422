"""What every installation knows from the start: countries to places of detention, as tables to read and correct."""
