package dev.concordat.registry.page;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.store.Remembered;
import dev.concordat.report.picture.MapImage;
import dev.concordat.report.picture.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The map: all systems, who needs whom, and how each pair stands.
final class MapPage {
  static final int MAX_ROWS = 300;

  private final Handle handle;
  private final Remembered<List<Pairing>> remembered;
  private final String team;
  private final String environment;

  /// @param team only pairs of which a side is this team's; empty for all
  /// @param environment only what meets there; empty for the newest contracts wherever they run
  MapPage(Handle handle, Remembered<List<Pairing>> remembered, String team, String environment) {
    this.handle = handle;
    this.remembered = remembered;
    this.team = team;
    this.environment = environment;
  }

  /// What the map shows.
  ///
  /// @param pairs one more than the limit where there are more
  private record Facts(List<Pairing> pairs, List<SystemStore.Listed> systems) {}

  /// @param state what there was before
  Answer page(String state) {
    return facts()
        .map(facts -> Frame.live(title(), Addresses.MAP, state, page -> write(page, facts)))
        .orElseGet(() -> Missing.environment(handle, environment));
  }

  /// The picture alone, for wikis.
  Answer picture() {
    return facts()
        .map(
            facts ->
                Frame.closed(
                        Answer.text(
                            200,
                            "image/svg+xml;charset=utf-8",
                            MapDrawing.alone(facts.pairs(), facts.systems())),
                        "default-src 'none'; style-src 'unsafe-inline'")
                    .with("Cache-Control", "no-store"))
        .orElseGet(() -> Missing.environment(handle, environment));
  }

  /// The picture as pixels, for wikis that take no SVG.
  Answer image() {
    return facts()
        .map(
            facts ->
                Frame.closed(
                        switch (MapDrawing.image(facts.pairs(), facts.systems())) {
                          case MapImage.Drawn.Png(Bytes png) ->
                              new Answer(200, Map.of("Content-Type", "image/png"), png);
                          case MapImage.Drawn.Impossible(String reason) ->
                              Answer.text(501, "text/plain;charset=utf-8", reason + "\n");
                        },
                        "default-src 'none'")
                    .with("Cache-Control", "no-store"))
        .orElseGet(() -> Missing.environment(handle, environment));
  }

  private Optional<Facts> facts() {
    Optional<String> chosen = Optional.of(team).filter(name -> !name.isEmpty());
    if (environment.isEmpty()) {
      return Optional.of(
          new Facts(
              new PairStore(handle, remembered).all(chosen, MAX_ROWS),
              new SystemStore(handle).list(chosen, MAX_ROWS)));
    }
    return new EnvironmentStore(handle)
        .find(environment)
        .map(
            found ->
                new Facts(
                    new PairStore(handle, remembered).meeting(found.id(), chosen, MAX_ROWS),
                    new SystemStore(handle).in(found.id(), chosen, MAX_ROWS)));
  }

  private String title() {
    return environment.isEmpty() ? "Map" : "Map of " + environment;
  }

  private void write(Markup page, Facts facts) {
    List<String> environments = new EnvironmentStore(handle).names();
    page.open("div", "class", "live");
    page.leaf("p", Pairing.summary(facts.pairs(), MAX_ROWS), "class", "lead").close("div");
    Form.open(page, Addresses.MAP)
        .choice("team", "Team", "all teams", new SystemStore(handle).teams(), team)
        .choice("environment", "Environment", "newest contracts", environments, environment)
        .close("Show");
    page.open("div", "class", "live");
    Frame.section(page, "Picture", section -> drawn(section, facts));
    Frame.section(page, "Pairs", section -> pairs(section, facts.pairs()));
    Frame.section(page, "Systems", section -> systems(section, facts.systems()));
    Frame.section(page, "Environments", section -> environments(section, environments));
    page.close("div");
  }

  private void drawn(Markup page, Facts facts) {
    if (facts.systems().isEmpty() && facts.pairs().isEmpty()) {
      page.leaf("p", "There is nothing to draw yet.", "class", "soft");
      return;
    }
    page.open("div", "class", "scroll", "role", "region", "aria-label", "Picture", "tabindex", "0");
    page.raw(MapDrawing.within(facts.pairs(), facts.systems())).close("div");
    page.open("p", "class", "legend");
    for (State state : State.values()) {
      page.leaf("span", state.word(), "class", "key " + state.word());
    }
    String picture = Addresses.query(Addresses.PICTURE, "team", team, "environment", environment);
    String image = Addresses.query(Addresses.IMAGE, "team", team, "environment", environment);
    page.leaf("a", "as SVG, for a wiki", "href", picture).text(" ");
    page.leaf("a", "as PNG", "href", image).close("p");
    MapDrawing.leftOut(facts.pairs(), facts.systems()).ifPresent(text -> page.leaf("p", text));
  }

  private void pairs(Markup page, List<Pairing> pairs) {
    Table.write(
        page,
        environment.isEmpty()
            ? "Each pair: the contract of the main branch, else the newest"
            : "Each pair that meets in " + environment,
        "No system has a contract with another here.",
        pairs,
        MAX_ROWS,
        PairColumns.both());
    if (environment.isEmpty() && pairs.size() > MAX_ROWS) {
      page.leaf("p", "The broken ones come first; choose a team for the others.", "class", "more");
    }
  }

  private static void systems(Markup page, List<SystemStore.Listed> systems) {
    Table.write(
        page,
        "Systems and their owners",
        "The registry knows no system here.",
        systems,
        MAX_ROWS,
        List.of(
            new Table.Column<>("System", it -> Cell.link(it.name(), Addresses.system(it.name()))),
            new Table.Column<>("Owner", it -> Cell.text(it.owner())),
            new Table.Column<>("Main branch", it -> Cell.text(it.mainBranch()))));
  }

  private static void environments(Markup page, List<String> names) {
    if (names.isEmpty()) {
      page.leaf("p", "There is no environment yet.", "class", "soft");
      return;
    }
    List<Cell> links = new ArrayList<>();
    names.forEach(name -> links.add(Cell.link(name, Addresses.environment(name))));
    page.open("p");
    Cell.all(links).write(page);
    page.close("p");
    if (names.size() >= EnvironmentStore.MAX_NAMES) {
      page.leaf("p", "There may be more than these " + names.size() + ".", "class", "more");
    }
  }
}
