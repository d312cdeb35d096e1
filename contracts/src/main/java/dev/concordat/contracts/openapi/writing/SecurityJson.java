package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.http.OAuthFlow;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes security schemes and requirements.
record SecurityJson(Losses losses) {
  private static final Set<String> FLOWS =
      Set.of("implicit", "password", "clientCredentials", "authorizationCode");

  static JsonObject alternative(List<SecurityNeed> needs, Components components) {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    for (SecurityNeed need : needs) {
      all.put(
          components.scheme(need),
          new JsonArray(need.scopes().stream().<JsonValue>map(JsonString::new).toList()));
    }
    return new JsonObject(all);
  }

  JsonObject scheme(SecurityNeed need) {
    return switch (need.kind()) {
      case API_KEY -> apiKey(need);
      case BASIC -> http("basic");
      case BEARER -> http("bearer");
      case OTHER_HTTP ->
          http(need.carrier().map(carrier -> carrier.prefix().strip()).orElse("basic"));
      case OAUTH2 -> typed("oauth2").put("flows", flows(need)).json();
      case OPEN_ID_CONNECT ->
          typed("openIdConnect").put("openIdConnectUrl", new JsonString(need.discovery())).json();
      case MUTUAL_TLS -> typed("mutualTLS").json();
    };
  }

  private static Members typed(String type) {
    return new Members().text("type", type);
  }

  private static JsonObject http(String scheme) {
    return typed("http").text("scheme", scheme).json();
  }

  private static JsonObject apiKey(SecurityNeed need) {
    var json = typed("apiKey");
    need.carrier()
        .ifPresent(
            carrier -> {
              boolean isQuery = carrier.in() == ParameterLocation.QUERYSTRING;
              json.text("in", (isQuery ? ParameterLocation.QUERY : carrier.in()).word());
              json.text("name", carrier.name());
            });
    return json.json();
  }

  private JsonObject flows(SecurityNeed need) {
    var all = new Members();
    for (OAuthFlow flow : need.flows()) {
      if (FLOWS.contains(flow.name())) {
        all.put(flow.name(), flow(flow));
      } else {
        losses.lost(need.place(), "the flow '" + flow.name() + "' of OAuth");
      }
    }
    return all.json();
  }

  private static JsonObject flow(OAuthFlow flow) {
    Map<String, JsonValue> scopes = new LinkedHashMap<>();
    flow.scopes().forEach((name, what) -> scopes.put(name, new JsonString(what)));
    return new Members()
        .text("authorizationUrl", flow.authorizationUrl())
        .text("tokenUrl", flow.tokenUrl())
        .text("refreshUrl", flow.refreshUrl())
        .put("scopes", new JsonObject(scopes))
        .json();
  }
}
