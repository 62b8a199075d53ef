DELETE FROM figure_checks;
