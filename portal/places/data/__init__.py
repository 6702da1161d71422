"""What every installation knows from the start: countries and governorates, as tables to read and correct."""
