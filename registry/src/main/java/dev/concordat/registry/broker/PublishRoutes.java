package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.contract.Outcome;
import dev.concordat.registry.contract.Publication;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import java.util.List;
import java.util.function.Consumer;

/// Publishing several contracts of a version at a time.
final class PublishRoutes {
  private PublishRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(Route.post("/contracts/publish", desk.publishing(PublishRoutes::publish)));
  }

  private static Answer publish(Request request, Consumer<Outcome.Published> done) {
    return request.body(
        body ->
            PublicationReading.read(
                body,
                publication -> {
                  Outcome outcome = request.publishing().publish(publication);
                  return switch (outcome) {
                    case Outcome.Published published -> {
                      done.accept(published);
                      yield Answer.hal(200, resource(request.links(), publication, published));
                    }
                    case Outcome.Refused(List<Notice> notices, _) -> refused(notices);
                  };
                }));
  }

  private static Answer refused(List<Notice> notices) {
    return Answer.json(
        409,
        Answer.JSON,
        JsonObject.EMPTY
            .with("notices", notices(notices))
            .with(
                "errors",
                JsonObject.EMPTY.with(
                    "contracts",
                    Hal.texts(
                        notices.stream()
                            .filter(notice -> notice.type().equals("error"))
                            .map(Notice::text)
                            .toList()))));
  }

  static JsonArray notices(List<Notice> notices) {
    return Hal.array(
        notices.stream()
            .map(it -> new Hal().put("type", it.type()).put("text", it.text()).json())
            .toList());
  }

  private static JsonObject resource(
      Links links, Publication publication, Outcome.Published published) {
    String consumer = published.consumer().name();
    String number = publication.number();
    return new Hal()
        .put("logs", logs(published.notices()))
        .put("notices", notices(published.notices()))
        .embed("pacticipant", Shared.system(links, consumer))
        .embed("version", Shared.version(links, consumer, number))
        .link("pb:pacticipant", Hal.named("Pacticipant", consumer, links.system(consumer)))
        .link(
            "pb:pacticipant-version",
            Hal.named("Pacticipant version", number, links.version(consumer, number)))
        .links(
            "pb:pacticipant-version-tags",
            published.tags().stream()
                .map(tag -> Hal.named("Tag", tag.name(), links.tag(consumer, number, tag.name())))
                .toList())
        .links(
            "pb:contracts",
            published.pacts().stream()
                .map(pact -> Hal.named("Pact", Shared.title(pact), Shared.pact(links, pact)))
                .toList())
        .json();
  }

  /// The same once more, as older clients look for it.
  private static JsonArray logs(List<Notice> notices) {
    return Hal.array(
        notices.stream()
            .map(
                it ->
                    new Hal()
                        .put("level", it.type())
                        .put("message", it.text())
                        .put("deprecationWarning", "Replaced by notices")
                        .json())
            .toList());
  }
}
