package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Locale;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// The value of a YAML scalar by its tag, or by its look where it has none.
final class YamlScalars {
  private static final String CORE = "tag:yaml.org,2002:";

  private final TreeBuilder tree;
  private final ReadLimits limits;
  private final ReadProblems problems;

  YamlScalars(TreeBuilder tree, ReadLimits limits, ReadProblems problems) {
    this.tree = tree;
    this.limits = limits;
    this.problems = problems;
  }

  JsonValue value(ScalarEvent event, int offset) {
    String text = event.getValue();
    String tag = event.getTag().orElse("");
    return switch (tag) {
      case "" -> event.isPlain() ? plain(text, offset) : new JsonString(text);
      case "!", CORE + "str", CORE + "binary" -> new JsonString(text);
      case CORE + "int", CORE + "float", CORE + "bool", CORE + "null" -> plain(text, offset);
      default -> {
        if (!tag.toLowerCase(Locale.ROOT).startsWith(CORE)) {
          problems.unknownTag(tag, offset, tree::pointer);
        }
        yield event.isPlain() ? plain(text, offset) : new JsonString(text);
      }
    };
  }

  private JsonValue plain(String text, int offset) {
    if (CoreScalars.isInfiniteOrNotANumber(text)) {
      problems.notJsonNumber(text, offset, tree::pointer);
      return new JsonString(text);
    }
    if (text.length() > limits.maxNumberLength() && isAllDigits(text)) {
      throw problems.numberTooLong(text.length(), offset, limits.maxNumberLength(), tree.pointer());
    }
    return text.length() > limits.maxNumberLength()
        ? new JsonString(text)
        : CoreScalars.plain(text);
  }

  private static boolean isAllDigits(String text) {
    boolean startsWithDigit =
        Character.isDigit(text.charAt(0))
            || ("+-.".indexOf(text.charAt(0)) >= 0 && Character.isDigit(text.charAt(1)));
    return startsWithDigit
        && text.chars()
            .allMatch(c -> (c >= '0' && c <= '9') || "+-.eExXoabcdfABCDF".indexOf(c) >= 0);
  }
}
