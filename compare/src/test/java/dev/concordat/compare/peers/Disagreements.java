package dev.concordat.compare.peers;

import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where we disagree with another tool on purpose: the tables of `docs/explanation/where-we-disagree.md`, whose rows begin
/// with the other tool's rules.
public final class Disagreements {
  private static final Path PAGE =
      Path.of(System.getProperty("concordat.root", ".."), "docs/explanation/where-we-disagree.md");
  private static final Pattern ROW = Pattern.compile("\\| (`[^|]+) \\| ([^|]+) \\| ([^|]+) \\|.*");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final String NO_RULE = "(no rule)";

  private final Map<String, String> ours;

  private Disagreements(Map<String, String> ours) {
    this.ours = ours;
  }

  /// The rows below the heading that names the tool.
  public static Disagreements with(String tool) throws IOException {
    Map<String, String> ours = new TreeMap<>();
    boolean isTool = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        isTool = line.equals("## " + tool);
      }
      Matcher row = ROW.matcher(line);
      if (isTool && row.matches()) {
        Matcher name = NAME.matcher(row.group(1));
        while (name.find()) {
          ours.put(name.group(1), row.group(3).strip());
        }
      }
    }
    return new Disagreements(ours);
  }

  /// Whether a break that the other tool does not see is one that the page tells, and a message shows it.
  boolean explainsBreak(Difference difference, String tool) {
    boolean isShown =
        difference.impact() == Impact.BREAKS && difference.evidence() instanceof Evidence.Witnessed;
    boolean isNamed = difference.aliases().stream().anyMatch(alias -> alias.tool().equals(tool));
    return isShown
        && (isNamed
            ? difference.aliases().stream()
                .filter(alias -> alias.tool().equals(tool))
                .anyMatch(alias -> says(alias.id(), "breaks"))
            : says(NO_RULE, "breaks"));
  }

  /// Whether the page says that we let this pass where the other tool does not.
  boolean explainsPass(String rule) {
    return says(rule, "holds");
  }

  /// Whether the page says of a rule that we find this, `breaks` or `holds`.
  public boolean says(String rule, String verdict) {
    return ours.getOrDefault(rule, "").startsWith(verdict);
  }
}
