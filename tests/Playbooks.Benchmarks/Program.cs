System.Environment.ExitCode = 0;
