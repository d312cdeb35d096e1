package dev.concordat.conform.service;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The query of a request, values still percent-encoded.
record Query(Map<String, List<String>> values) {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern MEMBER = Pattern.compile("(.+)\\[(.*)]");

  static Query of(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
      values
          .computeIfAbsent(name, ignored -> new ArrayList<>())
          .add(equals < 0 ? "" : pair.substring(equals + 1));
    }
    return new Query(values);
  }

  /// All values of an exploded list.
  List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream().map(value -> decode(value, true)).toList();
  }

  /// The value of a parameter that may come once.
  Optional<String> one(String name) {
    return raw(name).map(value -> decode(value, true));
  }

  /// The items of a list that is one value with commas.
  Optional<List<String>> commas(String name) {
    return raw(name)
        .map(value -> List.of(value.split(",", -1)).stream().map(v -> decode(v, true)).toList());
  }

  /// The members of a deep object.
  Map<String, String> members(String name) {
    Map<String, String> members = new TreeMap<>();
    for (String key : values.keySet()) {
      Matcher matcher = MEMBER.matcher(key);
      if (matcher.matches() && matcher.group(1).equals(name)) {
        members.put(matcher.group(2), one(key).orElse(""));
      }
    }
    return members;
  }

  private Optional<String> raw(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw Refusal.invalid(name + " comes " + all.size() + " times");
    }
    return all.stream().findFirst();
  }

  /// A whole number between two bounds.
  long number(String name, long otherwise, long least, long most) {
    return one(name).map(given -> number(name, given, least, most)).orElse(otherwise);
  }

  static long number(String name, String text, long least, long most) {
    if (!isInteger(text)) {
      throw Refusal.invalid(name + " is not a whole number");
    }
    long number = Long.parseLong(text);
    if (number < least || number > most) {
      throw Refusal.invalid(name + " is not between " + least + " and " + most);
    }
    return number;
  }

  static boolean isInteger(String text) {
    return INTEGER.matcher(text).matches();
  }

  /// Takes percent-encoding off; what is no UTF-8 is refused.
  static String decode(String text, boolean plusIsSpace) {
    var bytes = new ByteArrayOutputStream();
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < encoded.length; at++) {
      if (encoded[at] == '%') {
        if (at + 2 >= encoded.length || hex(encoded[at + 1]) < 0 || hex(encoded[at + 2]) < 0) {
          throw Refusal.invalid("a percent sign stands alone");
        }
        bytes.write(hex(encoded[at + 1]) << 4 | hex(encoded[at + 2]));
        at += 2;
      } else {
        bytes.write(plusIsSpace && encoded[at] == '+' ? ' ' : encoded[at]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.invalid("not UTF-8");
    }
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }
}
