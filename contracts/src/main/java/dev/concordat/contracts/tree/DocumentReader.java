package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads JSON and YAML documents, told apart by their content. What is wrong with a text is a problem of its document,
/// never an exception. Immutable.
public final class DocumentReader {
  private final Path root;
  private final ReadLimits limits;

  /// @param root the workspace; file names are shown relative to it
  public DocumentReader(Path root, ReadLimits limits) {
    this.root = root.toAbsolutePath().normalize();
    this.limits = limits;
  }

  public DocumentReader(Path root) {
    this(root, ReadLimits.defaults());
  }

  /// Reads a file; a relative one is taken from the workspace.
  ///
  /// @throws IOException if the file cannot be read, not if its text is bad
  public Document read(Path file) throws IOException {
    Path absolute = root.resolve(file).normalize();
    String name = nameOf(absolute);
    long size = Files.size(absolute);
    if (size > limits.maxBytes()) {
      return tooBig(name, size);
    }
    return parse(name, FileBytes.of(absolute));
  }

  /// The text of a file for showing lines of it; bytes that are not UTF-8 are shown as replacement characters.
  Source source(Path file) throws IOException {
    boolean isTooBig = Files.size(file) > limits.maxBytes();
    return new Source(nameOf(file), isTooBig ? new byte[0] : asUtf8(FileBytes.of(file)));
  }

  /// The file's name as it is shown: relative to the workspace, with `/` between its parts.
  public String nameOf(Path file) {
    return root.relativize(root.resolve(file).normalize()).toString().replace('\\', '/');
  }

  /// Reads a text that is already here.
  public Document parse(String name, byte[] bytes) {
    if (bytes.length > limits.maxBytes()) {
      return tooBig(name, bytes.length);
    }
    byte[] text = asUtf8(bytes);
    var source = new Source(name, text);
    var problems = new ReadProblems(source);
    if (!Utf8.announced(bytes).equals(StandardCharsets.UTF_8) && !Utf8.isWhatIsAnnounced(bytes)) {
      problems.add(
          Problem.error(
              "contract/not-utf-8",
              Place.of(name),
              "the file starts like "
                  + Utf8.announced(bytes).name()
                  + ", but not all of its bytes belong to it",
              "save the file as UTF-8"));
      return nothing(source, problems);
    }
    boolean isJson = !isBlank(text) && looksLikeJson(name, text);
    Optional<Outline> outline = isJson ? PlainJson.outline(text, limits) : Optional.empty();
    if (outline.isPresent()) {
      source.outline(outline.get());
      return new Document(source, List.of(outline.get().root(source)), List.of());
    }
    int malformed = Utf8.firstMalformed(text);
    if (malformed >= 0) {
      problems.add(
          Problem.error(
              "contract/not-utf-8",
              source.place(malformed, ""),
              "the byte " + Utf8.hex(text, malformed) + " is not UTF-8",
              "save the file as UTF-8; it may be Latin-1 or Windows-1252"));
      return nothing(source, problems);
    }
    if (isBlank(text)) {
      problems.add(
          Problem.error(
              "contract/empty-document",
              Place.of(name),
              "the file is empty",
              "fill it or remove it"));
      return nothing(source, problems);
    }
    return isJson ? json(source, problems) : yaml(source, problems);
  }

  private Document json(Source source, ReadProblems problems) {
    var document =
        new Document(source, new JsonReading(source, limits, problems).read(), problems.found());
    if (document.isBroken() && !isNamedJson(source.file())) {
      // YAML's flow style starts like JSON; what YAML can read is YAML.
      var again = new ReadProblems(source);
      Document yaml = yaml(source, again);
      return yaml.isBroken() ? document : yaml;
    }
    return document;
  }

  private Document yaml(Source source, ReadProblems problems) {
    List<Node> roots = new YamlReading(source, limits, problems).read();
    return new Document(source, roots, problems.found());
  }

  private static Document nothing(Source source, ReadProblems problems) {
    return new Document(
        source, List.of(new ScalarNode(source, 0, JsonNull.NULL)), problems.found());
  }

  private Document tooBig(String name, long size) {
    var source = new Source(name, new byte[0]);
    var problems = new ReadProblems(source);
    problems.add(
        Problem.error(
            "contract/too-big",
            Place.of(name),
            String.format(
                Locale.ROOT, "the file has %,d bytes; %,d are allowed", size, limits.maxBytes()),
            "split it into several files with $ref"));
    return nothing(source, problems);
  }

  static byte[] asUtf8(byte[] bytes) {
    return Utf8.of(bytes);
  }

  private static boolean isNamedJson(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private static boolean looksLikeJson(String name, byte[] text) {
    int first = firstInk(text);
    return isNamedJson(name) || text[first] == '{' || text[first] == '[';
  }

  private static boolean isBlank(byte[] text) {
    return firstInk(text) == text.length;
  }

  private static int firstInk(byte[] text) {
    int at = 0;
    while (at < text.length
        && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) {
      at++;
    }
    return at;
  }
}
