package dev.concordat.registry.publication;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.contract.Publication;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import dev.concordat.report.json.Members;
import java.util.ArrayList;
import java.util.List;

/// Provider contracts as clients of PactFlow upload them: `POST /provider-contracts/provider/P/publish`, and the older
/// `PUT /contracts/provider/P/version/V`. What is kept and compared is the same as with `POST /publications`.
final class ProviderContractRoutes {
  private static final String PUBLISH = "/provider-contracts/provider/{provider}/publish";
  private static final String PUT = "/contracts/provider/{provider}/version/{version}";

  private final Announcing announcing;

  ProviderContractRoutes(Announcing announcing) {
    this.announcing = announcing;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            PUBLISH,
            asked -> {
              try {
                return publish(
                    asked,
                    ProviderContractReader.published(asked.parameter("provider"), asked.body()));
              } catch (AnnouncementReader.Unclear unclear) {
                return wrong(400, "contract", String.valueOf(unclear.getMessage()));
              }
            }),
        Route.put(
            PUT,
            asked -> {
              try {
                return publish(
                    asked,
                    ProviderContractReader.put(
                        asked.parameter("provider"), asked.parameter("version"), asked.body()));
              } catch (AnnouncementReader.Unclear unclear) {
                return wrong(400, "content", String.valueOf(unclear.getMessage()));
              }
            }));
  }

  private Answer publish(Asked asked, Announcement said) {
    Links links = new Links(asked.base());
    return switch (announcing.announce(said, links)) {
      case Announcing.Unreadable(String message) -> wrong(400, "contract", message);
      case Announcing.Refused(String message) -> wrong(409, "contract", message);
      case Announcing.Kept kept -> Answer.hal(200, resource(links, said.version(), kept.notices()));
    };
  }

  private static JsonObject resource(Links links, Publication said, List<Notice> kept) {
    String provider = said.consumer();
    String number = said.number();
    List<Notice> notices = new ArrayList<>();
    notices.add(
        new Notice(
            "success", "Provider contract published for " + provider + " version " + number + "."));
    notices.addAll(kept);
    JsonObject system = self(links.system(provider), provider);
    JsonObject version = self(links.version(provider, number), number);
    return new Members()
        .list("notices", notices, PublicationRoutes::notice)
        .put(
            "_embedded",
            new Members()
                .put(
                    "pacticipant",
                    new Members().put("name", provider).put("_links", system).object())
                .put("version", new Members().put("number", number).put("_links", version).object())
                .object())
        .put(
            "_links",
            new Members()
                .put("pb:pacticipant", link("Pacticipant", provider, links.system(provider)))
                .put(
                    "pb:pacticipant-version",
                    link("Pacticipant version", number, links.version(provider, number)))
                .list(
                    "pb:pacticipant-version-tags",
                    said.tags(),
                    tag -> link("Tag", tag, links.tag(provider, number, tag)))
                .maybe(
                    "pb:branch-version",
                    said.branch(),
                    branch ->
                        link(
                            "Branch version",
                            branch,
                            links.branchVersion(provider, branch, number)))
                .object())
        .object();
  }

  private static JsonObject self(String href, String name) {
    return new Members()
        .put("self", new Members().put("href", href).put("name", name).object())
        .object();
  }

  private static JsonObject link(String title, String name, String href) {
    return new Members().put("title", title).put("name", name).put("href", href).object();
  }

  private static Answer wrong(int status, String field, String message) {
    JsonValue texts = new JsonArray(List.of(new JsonString(message)));
    return Answer.hal(
        status,
        JsonObject.EMPTY
            .with("errors", (JsonValue) JsonObject.EMPTY.with(field, texts))
            .with(
                "notices",
                new JsonArray(List.of(PublicationRoutes.notice(new Notice("error", message))))));
  }
}
