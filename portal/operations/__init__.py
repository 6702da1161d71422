"""Floor 8: demonstration world, worker, health; the only app that may import everything."""
