package dev.concordat.standin.wiremock.template;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.TagType;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// WireMock's helpers for text.
final class TextHelpers {
  private TextHelpers() {}

  static Map<String, Helper<Object>> all() {
    Map<String, Helper<Object>> helpers = new LinkedHashMap<>();
    helpers.put("trim", (value, options) -> text(value, options).strip());
    helpers.put("base64", TextHelpers::base64);
    helpers.put("urlEncode", TextHelpers::urlEncode);
    helpers.put("regexExtract", TextHelpers::regexExtract);
    helpers.put("matches", TextHelpers::matches);
    helpers.put("contains", TextHelpers::contains);
    helpers.put("formData", TextHelpers::formData);
    helpers.put("size", (value, options) -> size(value));
    helpers.put("val", TextHelpers::val);
    helpers.put("assign", TextHelpers::assign);
    helpers.put("hostname", (value, options) -> hostname());
    helpers.put("systemValue", TextHelpers::systemValue);
    return helpers;
  }

  /// The block's text in a block, else the first argument.
  static String text(@Nullable Object value, Options options) throws IOException {
    return options.tagType == TagType.SECTION
        ? options.fn(value).toString()
        : value == null ? "" : value.toString();
  }

  static @Nullable Object parameter(Options options, int at) {
    return at < options.params.length ? options.params[at] : null;
  }

  private static Object base64(Object value, Options options) throws IOException {
    String text = text(value, options);
    if (Boolean.TRUE.equals(options.hash.get("decode"))) {
      try {
        return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return Failures.text(text + " is not Base64");
      }
    }
    Base64.Encoder encoder =
        Boolean.FALSE.equals(options.hash.get("padding"))
            ? Base64.getEncoder().withoutPadding()
            : Base64.getEncoder();
    return encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Object urlEncode(Object value, Options options) throws IOException {
    String text = text(value, options);
    try {
      return Boolean.TRUE.equals(options.hash.get("decode"))
          ? URLDecoder.decode(text, StandardCharsets.UTF_8)
          : URLEncoder.encode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Failures.text(text + " is not percent-encoded");
    }
  }

  private static @Nullable Object regexExtract(Object value, Options options) {
    String pattern = String.valueOf(parameter(options, 0));
    Matcher matcher;
    try {
      matcher = Pattern.compile(pattern).matcher(value == null ? "" : value.toString());
    } catch (PatternSyntaxException e) {
      return Failures.text("Invalid regex string " + pattern);
    }
    if (options.params.length == 1) {
      return matcher.find() ? matcher.group() : missing(options, pattern);
    }
    var groups = new Values.JsonList();
    while (matcher.find()) {
      for (int i = 1; i <= matcher.groupCount(); i++) {
        groups.add(matcher.group(i));
      }
    }
    if (groups.isEmpty()) {
      return missing(options, pattern);
    }
    options.context.data(String.valueOf(parameter(options, 1)), groups);
    return null;
  }

  private static Object missing(Options options, String pattern) {
    Object otherwise = options.hash.get("default");
    return otherwise == null ? Failures.text("Nothing matched " + pattern) : otherwise;
  }

  private static Object matches(Object value, Options options) throws IOException {
    Object pattern = parameter(options, 0);
    if (value == null || pattern == null) {
      return Failures.text("You must specify the string to be matched and the regular expression");
    }
    try {
      return conditional(Pattern.matches(pattern.toString(), value.toString()), options);
    } catch (PatternSyntaxException e) {
      return Failures.text("Invalid regex string " + pattern);
    }
  }

  private static Object contains(Object value, Options options) throws IOException {
    Object part = parameter(options, 0);
    if (value == null || part == null) {
      return conditional(false, options);
    }
    boolean contains =
        value instanceof Collection<?> items
            ? items.contains(part)
            : value.toString().contains(part.toString());
    return conditional(contains, options);
  }

  /// The block, or the part after `else`; in other places whether it is so.
  static Object conditional(boolean is, Options options) throws IOException {
    return options.tagType == TagType.SECTION ? (is ? options.fn() : options.inverse()) : is;
  }

  private static @Nullable Object formData(Object value, Options options) {
    boolean decodes = Boolean.TRUE.equals(options.hash.get("urlDecode"));
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : (value == null ? "" : value.toString()).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = pair.substring(0, equals);
        String field = pair.substring(equals + 1);
        fields
            .computeIfAbsent(decodes ? decoded(name) : name, none -> new ArrayList<>())
            .add(decodes ? decoded(field) : field);
      }
    }
    var shown = new LinkedHashMap<String, Object>();
    fields.forEach((name, values) -> shown.put(name, new Values.Several(values)));
    Object variable = parameter(options, 0);
    if (variable == null) {
      return shown;
    }
    options.context.data(variable.toString(), shown);
    return null;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Object size(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case CharSequence text -> text.length();
      case Collection<?> items -> items.size();
      case Map<?, ?> map -> map.size();
      default -> 0;
    };
  }

  private static @Nullable Object val(Object value, Options options) {
    Object otherwise = options.hash.get("or");
    Object chosen = value;
    if (chosen == null) {
      chosen = otherwise == null ? options.hash.get("default") : otherwise;
    }
    Object variable = options.hash.get("assign");
    if (variable == null) {
      return chosen;
    }
    options.context.data(variable.toString(), chosen);
    return null;
  }

  private static @Nullable Object assign(Object value, Options options) throws IOException {
    options.context.data(String.valueOf(value), options.fn().toString().strip());
    return null;
  }

  private static String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /// Templates are no way to the environment, where secrets are.
  private static Object systemValue(Object value, Options options) {
    Object key = options.hash.get("key");
    return key == null || key.toString().isEmpty()
        ? Failures.text("The key cannot be empty")
        : Failures.text("Access to " + key + " is denied");
  }
}
