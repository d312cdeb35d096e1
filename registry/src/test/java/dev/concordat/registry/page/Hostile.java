package dev.concordat.registry.page;

import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Systems;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A client that writes markup into every field that it may write.
final class Hostile {
  /// Without spaces and lines, which names of environments must not have.
  static final String NAME = "<script>alert('x\"y')</script>&amp;<img/src=x>";

  static final String SCRIPT_ADDRESS = "javascript:alert('x\"y')";

  private final PageServer server;

  private Hostile(PageServer server) {
    this.server = server;
  }

  static void write(PageServer server) throws Exception {
    new Hostile(server).write();
  }

  static String consumer() {
    return "c" + NAME;
  }

  static String provider() {
    return "p" + NAME;
  }

  private void write() throws Exception {
    String number = Links.segment(NAME);
    String consumer = Links.segment(consumer());
    String provider = Links.segment(provider());
    ok(
        server.json(
            "POST", "/channels", object("kind", "slack", "url", "http://x.example", "team", NAME)));
    for (String system : List.of(consumer(), provider())) {
      String path = "/pacticipants/" + Links.segment(system);
      ok(
          server.json(
              "PUT",
              path,
              object(
                  "name",
                  system,
                  "displayName",
                  NAME,
                  "repositoryUrl",
                  SCRIPT_ADDRESS,
                  "repositoryName",
                  NAME,
                  "repositoryNamespace",
                  NAME,
                  "mainBranch",
                  NAME)));
      ok(server.json("PUT", path + "/versions/" + number, object("buildUrl", SCRIPT_ADDRESS)));
      ok(server.json("PUT", path + "/labels/" + number, "{}"));
      ok(server.json("PUT", path + "/branches/" + number + "/versions/" + number, "{}"));
      ok(server.json("PUT", path + "/versions/" + number + "/tags/" + number, "{}"));
      var _ =
          server
              .database()
              .write(
                  handle -> {
                    Systems systems = new Systems(handle);
                    systems.own(systems.find(system).orElseThrow().id(), Optional.of(NAME));
                    return true;
                  });
    }
    HttpResponse<String> published =
        ok(
            server.json(
                "PUT",
                "/pacts/provider/" + provider + "/consumer/" + consumer + "/version/" + number,
                pact()));
    ok(
        server.json(
            "POST",
            results(published.body()),
            "{\"success\":false,\"providerApplicationVersion\":"
                + quoted(NAME)
                + ",\"buildUrl\":"
                + quoted("https://ci.example/7?a='b'&c=d")
                + ",\"testResults\":{\"tests\":[{\"interactionDescription\":"
                + quoted(NAME)
                + ",\"success\":false,\"mismatches\":[{\"description\":"
                + quoted(NAME)
                + "}]}]}}"));
    HttpResponse<String> environment =
        ok(
            server.json(
                "POST",
                "/environments",
                "{\"name\":"
                    + quoted(NAME)
                    + ",\"displayName\":"
                    + quoted(NAME)
                    + ",\"production\":true}"));
    String uuid = found("\"uuid\":\"([^\"]+)\"", environment.body());
    for (String system : List.of(consumer, provider)) {
      ok(
          server.json(
              "POST",
              "/pacticipants/"
                  + system
                  + "/versions/"
                  + number
                  + "/deployed-versions/environment/"
                  + uuid,
              object("applicationInstance", NAME)));
    }
  }

  private static String pact() {
    return "{\"consumer\":{\"name\":"
        + quoted(consumer())
        + "},\"provider\":{\"name\":"
        + quoted(provider())
        + "},\"interactions\":[{\"description\":"
        + quoted(NAME)
        + ",\"request\":{\"method\":\"GET\",\"path\":\"/\"},\"response\":{\"status\":200}}]}";
  }

  /// Where results are published, as the answer to a publication says.
  static String results(String published) {
    String address =
        found("\"pb:publish-verification-results\":\\{[^}]*\"href\":\"([^\"]+)\"", published);
    return URI.create(address).getRawPath();
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(text);
    }
    return matcher.group(1);
  }

  private static String object(String... pairs) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < pairs.length; i += 2) {
      out.append(i == 0 ? "" : ",")
          .append(quoted(pairs[i]))
          .append(':')
          .append(quoted(pairs[i + 1]));
    }
    return out.append('}').toString();
  }

  private static String quoted(String text) {
    return JsonText.compact(new JsonString(text));
  }

  private static HttpResponse<String> ok(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          response.uri() + " " + response.statusCode() + " " + response.body());
    }
    return response;
  }
}
