package dev.concordat.model.run;

/// How a run ended, worst first. The exit code of every command and output format comes from here and from nowhere else.
public enum Verdict {
  INTERNAL_ERROR(4),
  BAD_INPUT(2),
  NO_ENVIRONMENT(3),
  FINDINGS(1),
  HOLDS(0);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /// The verdict of a run that this kind of trouble ended.
  public static Verdict of(Trouble.Kind kind) {
    return switch (kind) {
      case INPUT -> BAD_INPUT;
      case ENVIRONMENT, DATA -> NO_ENVIRONMENT;
      case CONCORDAT -> INTERNAL_ERROR;
    };
  }
}
