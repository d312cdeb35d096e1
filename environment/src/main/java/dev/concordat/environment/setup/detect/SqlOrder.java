package dev.concordat.environment.setup.detect;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The order in which SQL files are applied: as Flyway does it (`V2__` before `V10__`, `R__` last), other files by name with
/// numbers counted.
final class SqlOrder implements Comparator<Path> {
  private static final Pattern FLYWAY = Pattern.compile("V(\\d[\\d._]*?)__.*");
  private static final Pattern NUMBER = Pattern.compile("\\d+|\\D+");

  @Override
  public int compare(Path a, Path b) {
    return Comparator.comparing(SqlOrder::isRepeatable)
        .thenComparing(SqlOrder::key, SqlOrder::byNumbers)
        .thenComparing(Path::toString)
        .compare(a, b);
  }

  private static boolean isRepeatable(Path file) {
    return file.getFileName().toString().startsWith("R__");
  }

  private static String key(Path file) {
    String name = file.getFileName().toString();
    Matcher flyway = FLYWAY.matcher(name);
    return flyway.matches() ? flyway.group(1).replace('_', '.') : name;
  }

  private static int byNumbers(String a, String b) {
    Matcher left = NUMBER.matcher(a);
    Matcher right = NUMBER.matcher(b);
    while (left.find()) {
      if (!right.find()) {
        return 1;
      }
      int order = byPart(left.group(), right.group());
      if (order != 0) {
        return order;
      }
    }
    return right.find() ? -1 : 0;
  }

  private static int byPart(String a, String b) {
    boolean areNumbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return areNumbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
  }
}
