package dev.concordat.contracts.schema;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Names of Unicode properties, as ECMA-262 writes them, in the spelling of RE2/J and the JDK.
final class UnicodeProperties {
  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("Letter", "L"),
          Map.entry("Uppercase_Letter", "Lu"),
          Map.entry("Lowercase_Letter", "Ll"),
          Map.entry("Titlecase_Letter", "Lt"),
          Map.entry("Modifier_Letter", "Lm"),
          Map.entry("Other_Letter", "Lo"),
          Map.entry("Mark", "M"),
          Map.entry("Number", "N"),
          Map.entry("Decimal_Number", "Nd"),
          Map.entry("digit", "Nd"),
          Map.entry("Letter_Number", "Nl"),
          Map.entry("Punctuation", "P"),
          Map.entry("punct", "P"),
          Map.entry("Symbol", "S"),
          Map.entry("Currency_Symbol", "Sc"),
          Map.entry("Math_Symbol", "Sm"),
          Map.entry("Separator", "Z"),
          Map.entry("Space_Separator", "Zs"),
          Map.entry("Other", "C"),
          Map.entry("Control", "Cc"),
          Map.entry("cntrl", "Cc"));

  private UnicodeProperties() {}

  static String translated(String name, boolean linear) throws EcmaPattern.Unsupported {
    int equals = name.indexOf('=');
    String key = equals < 0 ? "" : name.substring(0, equals);
    String value = name.substring(equals + 1);
    return switch (key) {
      case "", "General_Category", "gc" -> general(value, linear);
      case "Script", "sc", "Script_Extensions", "scx" -> linear ? value : known(value);
      default -> throw new EcmaPattern.Unsupported("`" + name + "` is no property");
    };
  }

  private static String general(String value, boolean linear) throws EcmaPattern.Unsupported {
    String category = CATEGORIES.getOrDefault(value, value);
    if (category.length() > 2) {
      if (linear) {
        throw new EcmaPattern.Unsupported("property `" + value + "`");
      }
      return known(value);
    }
    return category;
  }

  /// The JDK's spelling of a property that it has. Its own message would tell its own spelling.
  private static String known(String value) throws EcmaPattern.Unsupported {
    try {
      String spelt = "Is" + value;
      Pattern.compile("\\p{" + spelt + "}");
      return spelt;
    } catch (PatternSyntaxException e) {
      throw new EcmaPattern.Unsupported("`" + value + "` is no Unicode property");
    }
  }
}
