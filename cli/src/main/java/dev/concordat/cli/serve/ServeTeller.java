package dev.concordat.cli.serve;

import dev.concordat.cli.console.Console;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.json.Members;
import dev.concordat.report.terminal.Words;
import java.time.Duration;
import java.util.Optional;

/// Tells where a registry answers.
final class ServeTeller {
  private final Console console;
  private final boolean isJson;

  ServeTeller(Console console, boolean isJson) {
    this.console = console;
    this.isJson = isJson;
  }

  /// @param token shown here and never again
  void ready(String url, String data, Optional<String> token, Duration took) {
    var out = console.out();
    if (isJson) {
      out.println(
          JsonText.compact(
              new Members()
                  .put("url", url)
                  .put("data", data)
                  .maybe("token", token, JsonString::new)
                  .millis("ready", took)
                  .object()));
    } else {
      out.println("registry  " + url + "   ready in " + Words.duration(took));
      out.println("data      " + data);
      token.ifPresent(
          secret -> {
            out.println("token     " + secret);
            out.println(
                "          for administrators, shown this once: export CONCORDAT_TOKEN=" + secret);
          });
      out.println("ctrl-C ends it");
    }
    out.flush();
    if (!url.contains("//127.") && !url.contains("//localhost") && !url.contains("//[::1]")) {
      console.say(
          "registry: other machines reach it without TLS; put a proxy with a certificate before it.");
    }
  }
}
