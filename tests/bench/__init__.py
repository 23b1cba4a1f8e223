"""How fast each stage is: ``make bench``. No test fails by the clock."""
