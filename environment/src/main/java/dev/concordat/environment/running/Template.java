package dev.concordat.environment.running;

import java.util.Map;

/// Values with `{names}` in them.
final class Template {
  private Template() {}

  static String fill(String template, Map<String, String> values) {
    String filled = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  static String address(String template, int port) {
    return fill(template, Map.of("host", "127.0.0.1", "port", String.valueOf(port)));
  }
}
