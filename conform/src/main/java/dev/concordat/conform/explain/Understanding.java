package dev.concordat.conform.explain;

import dev.concordat.conform.explain.Observation.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands complaints by the words that frameworks use. What it does not understand is {@link Kind#OTHER}.
final class Understanding {
  /// A way of saying something.
  ///
  /// @param words in lower case; a group holds the bound
  private record Phrase(Kind kind, Pattern words) {
    static Phrase of(Kind kind, String words) {
      return new Phrase(kind, Pattern.compile(words));
    }
  }

  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";

  /// What is more exact comes first.
  private static final List<Phrase> PHRASES =
      List.of(
          Phrase.of(
              Kind.AUTHENTICATION,
              "not authenticated|authentication|unauthori[sz]ed|credentials|access token|\\bjwt\\b|api.?key"),
          Phrase.of(
              Kind.UNKNOWN,
              "unrecognized (?:field|key|property)|additional propert|unknown (?:field|property|name)|extra (?:inputs|fields) (?:are )?not|is not allowed$|unexpected (?:field|property)|not a recognized"),
          Phrase.of(
              Kind.CONFLICT,
              "already exists|already taken|already been taken|already in use|duplicate|must be unique|conflict"),
          Phrase.of(
              Kind.MISSING_RESOURCE,
              "does not exist|not found|no such|doesn't exist|invalid pk|must exist|unknown id"),
          Phrase.of(
              Kind.REQUIRED,
              "required|must not be (?:null|blank|empty)|can'?t be (?:null|blank|empty)|cannot be (?:null|blank|empty)|may not be (?:null|blank|empty)|should not be (?:null|empty)|is missing|missing|mandatory|not provided|received undefined"),
          Phrase.of(
              Kind.ENUM,
              "(?:must be|should be|be equal to|input should be|expected|accepted|not) one of[^\\[\"':]*:?\\s*\\[?([^\\]]{1,500})\\]?|not a valid choice|not included in the list|allowed values|values accepted for enum class: \\[([^\\]]{1,500})\\]|invalid (?:enum|option)|selected .* is invalid|predefined (?:options|values)"),
          Phrase.of(
              Kind.MAX_LENGTH,
              "(?:size|length) must be between \\d+ and "
                  + NUMBER
                  + "|at most "
                  + NUMBER
                  + " (?:char|item|element)|more than "
                  + NUMBER
                  + " (?:char|item|element)|(?:less than or equal to|maximum of|maximum is|max(?:imum)? length (?:of|is)?) ?"
                  + NUMBER
                  + " (?:char|item)|too long|no more than "
                  + NUMBER
                  + " char|exceed"),
          Phrase.of(
              Kind.MIN_LENGTH,
              "at least "
                  + NUMBER
                  + " (?:char|item|element)|fewer than "
                  + NUMBER
                  + " (?:char|item|element)|minimum (?:of|is) "
                  + NUMBER
                  + " (?:char|item)|too short|minimum length"),
          Phrase.of(
              Kind.PATTERN,
              "pattern[: ]+\"?(\\S{1,300}?)\"?$|must match (?:pattern )?\"?([^\"]{1,300})\"?|string should match pattern '([^']{1,300})'|match(?:es)? the (?:required )?(?:pattern|format)|regular expression|regex"),
          Phrase.of(
              Kind.MINIMUM,
              "(?:greater than or equal to|>=|at least|not be less than|min(?:imum)?(?: value)?(?: is| of)?) ?"
                  + NUMBER
                  + "|(?:greater|larger|more) than ?"
                  + NUMBER
                  + "|must be (?:an? )?positive|> ?"
                  + NUMBER),
          Phrase.of(
              Kind.MAXIMUM,
              "(?:less than or equal to|<=|at most|not be greater than|max(?:imum)?(?: value)?(?: is| of)?) ?"
                  + NUMBER
                  + "|(?:less|smaller|lower) than ?"
                  + NUMBER
                  + "|must be (?:an? )?negative|< ?"
                  + NUMBER),
          Phrase.of(
              Kind.FORMAT,
              "well-formed (email)|valid (email|uuid|url|uri|date-time|datetime|date|time|ipv4|ipv6|ip address)|(email|uuid|date-time|date) format|format \"?(\\w[\\w-]*)\"?|invalid (email|uuid|url|uri|date-time|datetime|date|time)|iso ?8601|in the (future|past)|not a valid (date|email|uuid)|could not be parsed|text '.*' could not"),
          Phrase.of(
              Kind.TYPE,
              "must be (?:an? )?(string|integer|number|boolean|array|object)|valid (string|integer|number|boolean|array|object|list)|expected (string|int(?:eger)?|number|boolean|array|object)|be of type (\\w+)|cannot deserialize|failed to convert|is not an? (string|integer|number|boolean)|could not be converted|type mismatch"));

  /// What codes say by themselves, whatever the words.
  private static final List<Phrase> CODES =
      List.of(
          Phrase.of(
              Kind.REQUIRED,
              "^(missing|required|notnull|notblank|notempty|any\\.required|string\\.empty|blank|null|required\\.openapi\\.validation|value_error\\.missing)$"),
          Phrase.of(
              Kind.UNKNOWN,
              "^(extra_forbidden|unrecognized_keys|additionalproperties|object\\.unknown)"),
          Phrase.of(
              Kind.ENUM,
              "^(enum|literal_error|any\\.only|oneof|invalid_choice|invalid_enum_value|inclusion)"),
          Phrase.of(
              Kind.MAX_LENGTH,
              "^(string_too_long|too_long|maxlength|maxitems|string\\.max|array\\.max|max_length)"),
          Phrase.of(
              Kind.MIN_LENGTH,
              "^(string_too_short|too_short|minlength|minitems|string\\.min|array\\.min|min_length)"),
          Phrase.of(Kind.PATTERN, "^(pattern|string_pattern_mismatch|string\\.pattern|regex)"),
          Phrase.of(
              Kind.MINIMUM,
              "^(minimum|number\\.min|greater_than|gte|gt|min|decimalmin|positive|min_value)"),
          Phrase.of(
              Kind.MAXIMUM,
              "^(maximum|number\\.max|less_than|lte|lt|max|decimalmax|negative|max_value)"),
          Phrase.of(
              Kind.FORMAT,
              "^(format|email|string\\.email|string\\.guid|date_from|datetime_from|datetime_parsing|date_parsing|uuid_parsing|url_parsing|uuid)"),
          Phrase.of(
              Kind.TYPE,
              "^(type|invalid_type|string_type|int_type|int_parsing|float_parsing|bool_parsing|typemismatch|number\\.base|string\\.base)"));

  private Understanding() {}

  static Observation of(Complaint complaint) {
    String code = complaint.code().toLowerCase(Locale.ROOT);
    String message = complaint.message().toLowerCase(Locale.ROOT).strip();
    // "invalid_type" with "received undefined" is zod's way to say that a member is missing.
    boolean isUndefined = message.contains("received undefined") || message.equals("required");
    if (!isUndefined) {
      for (Phrase phrase : CODES) {
        if (phrase.words().matcher(code).find()) {
          return observation(complaint, phrase.kind(), boundIn(phrase.kind(), complaint));
        }
      }
    }
    for (Phrase phrase : PHRASES) {
      Matcher words = phrase.words().matcher(message);
      if (words.find()) {
        return observation(complaint, phrase.kind(), bound(complaint, words));
      }
    }
    return observation(complaint, Kind.OTHER, "");
  }

  private static Observation observation(Complaint complaint, Kind kind, String bound) {
    return switch (kind) {
      case REQUIRED, UNKNOWN, CONFLICT, MISSING_RESOURCE, AUTHENTICATION, OTHER ->
          new Observation(complaint.field(), kind, "", complaint.message());
      case TYPE, FORMAT, MINIMUM, MAXIMUM, MIN_LENGTH, MAX_LENGTH, PATTERN, ENUM ->
          new Observation(complaint.field(), kind, bound, complaint.message());
    };
  }

  private static String boundIn(Kind kind, Complaint complaint) {
    String message = complaint.message().toLowerCase(Locale.ROOT).strip();
    return PHRASES.stream()
        .filter(phrase -> phrase.kind() == kind)
        .map(phrase -> phrase.words().matcher(message))
        .filter(Matcher::find)
        .map(words -> bound(complaint, words))
        .findFirst()
        .orElse(complaint.bound());
  }

  /// What stands in a member of its own counts before what the words say. Patterns are told as they were written.
  private static String bound(Complaint complaint, Matcher words) {
    if (!complaint.bound().isEmpty()) {
      return complaint.bound();
    }
    for (int group = 1; group <= words.groupCount(); group++) {
      if (words.group(group) != null) {
        String written = complaint.message().strip();
        boolean isSame = written.length() == words.regionEnd();
        return isSame
            ? written.substring(words.start(group), words.end(group)).strip()
            : words.group(group).strip();
      }
    }
    return "";
  }
}
