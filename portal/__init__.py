"""The domain of Sanad: one small app per subject, on floors; arrows point down only."""
