package dev.concordat.standin.wiremock.admin;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.response.StubFiles;
import java.util.List;

/// `/__admin/files`: the files that stubs answer with.
final class FileRoutes {
  private static final int OK = 200;

  HttpResponseMessage answer(Call call) {
    StubFiles files = call.space().files();
    if (call.what().equals("GET")) {
      return Replies.json(
          new JsonArray(files.names().stream().<JsonValue>map(JsonString::new).toList()));
    }
    String name = call.restDecoded();
    if (name.isEmpty()) {
      return call.unknown("files");
    }
    return switch (call.request().method()) {
      case "GET" ->
          files
              .read(name)
              .map(
                  bytes ->
                      new HttpResponseMessage(
                          OK,
                          List.of(new Header("Content-Type", "application/octet-stream")),
                          bytes))
              .orElseGet(() -> Replies.notFound("there is no file '" + name + "'"));
      case "PUT" ->
          files.put(name, call.request().body()).map(Replies::refused).orElseGet(Replies::done);
      case "DELETE" ->
          files.delete(name) ? Replies.done() : Replies.notFound("there is no file '" + name + "'");
      default -> call.unknown("files");
    };
  }
}
