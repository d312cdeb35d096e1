package dev.concordat.environment.setup.config;

import java.util.List;

/// The shape of concordat.yaml. A new key is one line here and its use in {@link ConfigReader}.
final class ConfigShape {
  private static final Shape TEXT = new Shape.Text("", "a text");
  private static final Shape VARIABLE =
      new Shape.Text("^[A-Za-z_][A-Za-z0-9_]*$", "the name of an environment variable");
  private static final Shape COMMAND = new Shape.Either(List.of(TEXT, new Shape.Texts()));
  private static final Shape FILES = new Shape.Either(List.of(TEXT, new Shape.Texts()));
  private static final Shape VARIABLES = new Shape.Either(List.of(VARIABLE, new Shape.Named(TEXT)));

  private static final Shape.Keys BUILD =
      new Shape.Keys(
          List.of(
              required("run", "The command, without a shell.", COMMAND),
              key("folder", "Where it runs, relative to the system's folder.", TEXT),
              key("product", "The file it makes, relative to the system's folder.", TEXT),
              key(
                  "sources",
                  "Files and folders; the product is made again when one is newer.",
                  FILES)));

  private static final Shape TIME =
      new Shape.Text("^[0-9]{1,6}([.][0-9]{1,3})? ?(ms|s|m)$", "a time such as 500ms, 2s or 1m");
  private static final Shape YES_OR_NO = new Shape.Text("^(true|false)$", "true or false");

  private static final Shape.Keys PROMISES =
      new Shape.Keys(
          List.of(
              key("timeout", "How long it waits for an answer.", TIME),
              key("connect-timeout", "How long it waits for a connection to be taken.", TIME),
              key(
                  "retries",
                  "How often it repeats a call that fails.",
                  new Shape.Text("^([0-9]{1,4}|endless)$", "a number, or endless")),
              key(
                  "backoff",
                  "How the pauses between repetitions grow.",
                  new Shape.Text(
                      "^(none|fixed|linear|exponential)$", "none, fixed, linear or exponential")),
              key(
                  "memory",
                  "That failed calls cost no memory which it does not give back.",
                  new Shape.Text("^steady$", "steady")),
              key(
                  "order",
                  "That its calls may overtake each other.",
                  new Shape.Text("^any$", "any")),
              key("jitter", "Whether the pauses are spread at random.", YES_OR_NO),
              key("breaker", "Whether it stops calling after failures.", YES_OR_NO),
              key("recovery", "How soon it works again after the trouble.", TIME),
              key("fallback", "Whether it answers well without the other.", YES_OR_NO)));

  private static final Shape.Keys MESSAGE_PROMISES =
      new Shape.Keys(
          List.of(
              key(
                  "duplicates",
                  "That it does its work once for a message that comes twice.",
                  new Shape.Text("^once$", "once")),
              key(
                  "order",
                  "That two messages may come the other way round.",
                  new Shape.Text("^any$", "any"))));

  private static final Shape BUDGET =
      new Shape.Text(
          "^p[0-9]{1,2}([.][0-9]{1,3})? *< *([0-9]{1,6}([.][0-9]{1,3})?"
              + " ?(ms|s|m)|[0-9]{1,3}([.][0-9]{1,3})?x +[^ -][^ ]*)( +at +[0-9]{2}([.][0-9]{1,2})?"
              + " *%)?$",
          "a budget such as p95 < 150ms or p95 < 1.2x main");

  private static final Shape.Keys LINK =
      new Shape.Keys(
          List.of(
              key("contract", "What this system needs of the other, such as a Pact file.", TEXT),
              key(
                  "env",
                  "The variable that carries the other's address; or variables with templates of"
                      + " {host} and {port}. With https:// before them the link speaks TLS.",
                  VARIABLES),
              key(
                  "hosts",
                  "Names by which it calls the other, where no variable carries the address:"
                      + " payments.internal, or payments.internal:8080.",
                  FILES),
              key("promises", "How it behaves when the other fails.", PROMISES)));

  private static final Shape.Keys NEED =
      new Shape.Keys(
          List.of(
              key(
                  "part",
                  "The kind of part and, after @, its version.",
                  new Shape.Text(
                      "^[a-z][a-z0-9-]*(@[0-9][0-9.]*)?$", "a kind of part such as postgres@16")),
              key(
                  "env",
                  "The variable that carries the part's address; or variables with templates of"
                      + " {host}, {port}, {database}, {user} and {password}.",
                  VARIABLES),
              key("database", "The database's name.", TEXT),
              key("migrations", "SQL files or folders of them, applied in order.", FILES),
              key(
                  "seeds",
                  "SQL or YAML files or folders of them, applied after the migrations.",
                  FILES),
              key(
                  "promises",
                  "What it makes of the messages that it gets from a broker.",
                  MESSAGE_PROMISES)));

  private static final Shape.Keys SYSTEM =
      new Shape.Keys(
          List.of(
              key("owner", "The team that is told.", TEXT),
              key("folder", "The system's folder, relative to this file.", TEXT),
              key("run", "The command that starts it, without a shell.", COMMAND),
              key(
                  "requires",
                  "An executable that must be on the PATH; without it a stand-in speaks for the"
                      + " system.",
                  TEXT),
              key(
                  "build",
                  "How its product is made.",
                  new Shape.Either(List.of(TEXT, new Shape.Texts(), BUILD))),
              key(
                  "ready",
                  "When it counts as started: `GET /health` answers 2xx, or its `port` is open.",
                  new Shape.Text("^(port|(GET )?/.*)$", "`GET /health`, or `port`")),
              key("port", "The environment variable that tells it its port.", VARIABLE),
              key("provides", "Contracts that it keeps.", FILES),
              key(
                  "consumes",
                  "Systems it calls.",
                  new Shape.Named(new Shape.OrNothing(new Shape.Either(List.of(VARIABLE, LINK))))),
              key("needs", "Parts it uses.", new Shape.Named(new Shape.OrNothing(NEED))),
              key(
                  "tls",
                  "It serves HTTPS: the PEM file with its certificate, or with that of who signed"
                      + " it.",
                  TEXT),
              key(
                  "outside",
                  "Hosts that it may call although no system is there, or `allow` for all; counts"
                      + " where it calls systems by `hosts`.",
                  FILES),
              key("budgets", "How fast its operations are.", new Shape.Named(BUDGET)),
              key(
                  "clock",
                  "The time that its process has, where libfaketime is installed.",
                  new Shape.Text(
                      "^([+-][0-9]{1,6}[smhd]|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?)$",
                      "a time such as +2h, -1d, 2028-02-29 or 2028-02-29T23:59:50Z")),
              key("stubs", "WireMock mappings that its own tests use.", FILES),
              key(
                  "variables",
                  "Further environment variables; {host} and {port} stand for its own address.",
                  new Shape.Named(new Shape.OrNothing(TEXT)))));

  private static final Shape.Keys ENVIRONMENT =
      new Shape.Keys(
          List.of(
              key("standins", "Where the systems that are not here come from.", TEXT),
              key("urls", "Addresses of systems that run elsewhere.", new Shape.Named(TEXT)),
              key(
                  "only",
                  "`safe` sends nothing that changes data.",
                  new Shape.Text("^safe$", "`safe`"))));

  private static final Shape.Keys ACCEPTANCE =
      new Shape.Keys(
          List.of(
              required(
                  "transformation",
                  "What may happen to a value there, by the last word of the rule of fidelity;"
                      + " `any` for all.",
                  new Shape.Either(
                      List.of(
                          new Shape.Text("^[a-z][a-z-]*$", "a word such as trimmed"),
                          new Shape.Texts()))),
              required("owner", "Who agreed.", TEXT),
              required("reason", "Why.", TEXT)));

  /// The whole file.
  static final Shape.Keys ROOT =
      new Shape.Keys(
          List.of(
              key(
                  "systems",
                  "The systems in this workspace, by name. What is not said is detected.",
                  new Shape.Named(new Shape.OrNothing(SYSTEM))),
              key(
                  "environments",
                  "Where the systems run, by name.",
                  new Shape.Named(new Shape.OrNothing(ENVIRONMENT))),
              key("flows", "Flow files or folders of them.", FILES),
              key(
                  "accepted",
                  "Changes of values on their way that are no damage, by the place that may"
                      + " differ.",
                  new Shape.Named(ACCEPTANCE))));

  private ConfigShape() {}

  private static Shape.Key key(String name, String description, Shape shape) {
    return new Shape.Key(name, description, false, shape);
  }

  private static Shape.Key required(String name, String description, Shape shape) {
    return new Shape.Key(name, description, true, shape);
  }
}
