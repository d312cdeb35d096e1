package dev.concordat.wire.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a statement leaves in its session after its transaction, so far as it matters for moving the session.
sealed interface Effect {
  /// A setting; repeated in a new session.
  ///
  /// @param key two settings with the same key: the later one counts
  record Setting(String key, String sql) implements Effect {}

  /// All settings and prepared statements are forgotten.
  record DiscardAll() implements Effect {}

  /// A statement prepared by SQL; repeated.
  record Prepare(String name, String sql) implements Effect {}

  /// A prepared statement is forgotten; all of them where the name is `ALL`.
  record Deallocate(String name) implements Effect {}

  /// Something that cannot be made again elsewhere: temporary tables, advisory locks, listening, open cursors.
  record Stays(String what) implements Effect {}

  /// The words at the start of a statement that tell what it does, and the rest.
  int WORDS = 5;

  Pattern SPACE = Pattern.compile("(?:\\s|--[^\\n]*(?:\\n|$)|/\\*(?s:.*?)\\*/)+");
  Pattern TEMPORARY =
      Pattern.compile(
          "CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:GLOBAL\\s+|LOCAL\\s+)?TEMP(?:ORARY)?\\s.*",
          Pattern.DOTALL);
  Pattern ADVISORY = Pattern.compile("pg_(?:try_)?advisory_lock", Pattern.CASE_INSENSITIVE);
  Pattern SET_CONFIG =
      Pattern.compile(
          "set_config\\s*\\(.*,\\s*(?:false|'f(?:alse)?')\\s*\\)", Pattern.CASE_INSENSITIVE);

  /// The effects of a statement, or of several with semicolons between them. Nearly always none.
  static List<Effect> of(String sql) {
    if (sql.indexOf(';') < 0) {
      Effect effect = one(sql);
      return effect instanceof None ? List.of() : List.of(effect);
    }
    var effects = new ArrayList<Effect>();
    for (String statement : split(sql)) {
      Effect effect = one(statement);
      if (!(effect instanceof None)) {
        effects.add(effect);
      }
    }
    return effects;
  }

  /// Nothing stays.
  record None() implements Effect {}

  private static Effect one(String sql) {
    String text = SPACE.matcher(sql).lookingAt() ? SPACE.matcher(sql).replaceFirst("") : sql;
    if (ADVISORY.matcher(text).find()) {
      return new Stays("an advisory lock");
    }
    String[] words = text.split("[\\s=]+", WORDS);
    String second = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
    return switch (words[0].toUpperCase(Locale.ROOT)) {
      case "SET" -> set(text, words, second);
      case "RESET" -> new Setting("reset " + second, text);
      case "SELECT" -> SET_CONFIG.matcher(text).find() ? new Setting(text, text) : new None();
      case "LOAD" -> new Setting(text, text);
      case "DISCARD" -> second.equals("ALL") ? new DiscardAll() : new None();
      case "PREPARE" ->
          second.equals("TRANSACTION")
              ? new None()
              : new Prepare((words.length > 1 ? words[1] : "").replaceFirst("\\(.*", ""), text);
      case "DEALLOCATE" -> deallocate(words, second);
      case "LISTEN" -> new Stays("LISTEN");
      case "DECLARE" ->
          text.toUpperCase(Locale.ROOT).contains("WITH HOLD") ? new Stays("a cursor") : new None();
      case "CREATE" ->
          TEMPORARY.matcher(text.toUpperCase(Locale.ROOT)).matches()
              ? new Stays("a temporary object")
              : new None();
      default -> new None();
    };
  }

  private static Effect set(String text, String[] words, String second) {
    return switch (second) {
      case "", "LOCAL", "TRANSACTION", "CONSTRAINTS" -> new None();
      case "SESSION" ->
          new Setting(words.length > 2 ? words[2].toLowerCase(Locale.ROOT) : "", text);
      default -> new Setting(second.toLowerCase(Locale.ROOT), text);
    };
  }

  private static Effect deallocate(String[] words, String second) {
    String name =
        second.equals("PREPARE") && words.length > 2 ? words[2] : words.length > 1 ? words[1] : "";
    return new Deallocate(name.equalsIgnoreCase("ALL") ? "ALL" : name);
  }

  /// At semicolons outside of quotes.
  private static List<String> split(String sql) {
    var parts = new ArrayList<String>();
    int from = 0;
    char quote = 0;
    for (int at = 0; at < sql.length(); at++) {
      char c = sql.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '$') {
        // A body in dollar quotes may hold anything, so this is one statement from here on.
        break;
      } else if (c == ';') {
        parts.add(sql.substring(from, at));
        from = at + 1;
      }
    }
    parts.add(sql.substring(from));
    return parts;
  }
}
