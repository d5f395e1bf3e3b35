"""What is done behind the readers: tasks, by the process that asks or by workers, and jobs at their hour, once."""
