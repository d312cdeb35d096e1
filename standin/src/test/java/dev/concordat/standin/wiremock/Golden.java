package dev.concordat.standin.wiremock;

import dev.concordat.model.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Cases in text files. A case begins with `= its name`; then mappings (lines that begin with `{`), and requests
/// (`> METHOD target`, headers as `| Name: value`, a body as `# text`, where `\n` is a line end).
final class Golden {
  private Golden() {}

  record Sent(String method, String target, String headers, String body) {}

  record Case(String name, List<String> mappings, List<Sent> requests) {}

  static Stream<Case> cases(String file) throws IOException {
    var cases = new ArrayList<Case>();
    for (String text : read(file).split("(?m)^= ")) {
      if (!text.isBlank() && !text.startsWith("//")) {
        cases.add(parsed(text));
      }
    }
    return cases.stream();
  }

  private static String read(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Case parsed(String text) {
    String[] lines = text.split("\n");
    var mappings = new ArrayList<String>();
    var requests = new ArrayList<Sent>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      if (line.startsWith("{")) {
        mappings.add(line);
      } else if (line.startsWith("> ")) {
        String[] words = line.substring(2).split(" ", 2);
        requests.add(new Sent(words[0], words[1], "", ""));
      } else if (line.startsWith("| ")) {
        Sent last = requests.removeLast();
        String headers =
            last.headers() + (last.headers().isEmpty() ? "" : "\n") + line.substring(2);
        requests.add(new Sent(last.method(), last.target(), headers, last.body()));
      } else if (line.startsWith("# ")) {
        Sent last = requests.removeLast();
        String body = line.substring(2).replace("\\r", "\r").replace("\\n", "\n");
        requests.add(new Sent(last.method(), last.target(), last.headers(), body));
      }
    }
    return new Case(lines[0].strip(), mappings, requests);
  }

  /// Each line is a template of its own, asked by one request.
  static Stream<Case> templates(String file) throws IOException {
    return read(file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("//"))
        .map(Golden::template);
  }

  private static Case template(String template) {
    String mapping =
        "{\"request\": {\"urlPathTemplate\": \"/things/{id}/{kind}\"}, \"response\": {\"body\": "
            + new JsonString(template.replace("\\n", "\n"))
            + ", \"transformers\": [\"response-template\"],"
            + " \"transformerParameters\": {\"name\": \"value\", \"list\": [1, 2]}}}";
    String json =
        "{\"name\":\"Ann\",\"price\":10.50,\"count\":3,\"ok\":true,\"none\":null,\"items\":[{\"id\":1,\"n\":\"a\"},{\"id\":2,\"n\":\"b\"}],\"address\":{\"city\":\"Bonn\"}}";
    var posted =
        new Sent(
            "POST",
            "/things/7/big%20one?q=1&q=2&word=a%20b",
            "Content-Type: application/json\nX-Many: one\nX-Many: two\nCookie: session=abc; other=1",
            json);
    return new Case(template, List.of(mapping), List.of(posted));
  }
}
