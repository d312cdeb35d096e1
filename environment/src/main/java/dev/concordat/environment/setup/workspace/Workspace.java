package dev.concordat.environment.setup.workspace;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder under detection. Every file is listed and read at most once; what cannot be read is noted as a problem.
/// Not thread-safe.
public final class Workspace {
  /// A text file longer than this is not read; nothing a person wrote for us is.
  private static final long MAX_FILE_BYTES = 16L << 20;

  private final Path root;
  private final Map<String, String> variables;
  private final List<Path> files;
  private final Notes notes;
  private final DocumentReader reader;
  private final Map<Path, Optional<Document>> documents = new HashMap<>();
  private final Map<Path, Optional<String>> texts = new HashMap<>();

  private Workspace(Path root, Map<String, String> variables, List<Path> files, Notes notes) {
    this.root = root;
    this.variables = Map.copyOf(variables);
    this.files = files;
    this.notes = notes;
    this.reader = new DocumentReader(root, ReadLimits.defaults());
  }

  /// Lists the folder. A folder that cannot be listed is a problem in {@link #notes()}, not an exception.
  public static Workspace open(Path folder) {
    return open(folder, Map.of());
  }

  /// Lists the folder.
  ///
  /// @param variables the environment that files may refer to
  public static Workspace open(Path folder, Map<String, String> variables) {
    Path root = folder.toAbsolutePath().normalize();
    var notes = new Notes();
    return new Workspace(root, variables, FileListing.of(root, notes), notes);
  }

  public Path root() {
    return root;
  }

  /// The environment that files may refer to.
  public Map<String, String> variables() {
    return variables;
  }

  public Notes notes() {
    return notes;
  }

  /// All files people wrote, sorted by path: without hidden folders (but `.github`), `target`, `node_modules` and alike.
  public List<Path> files() {
    return files;
  }

  public Stream<Path> filesUnder(Path folder) {
    return files.stream().filter(file -> file.startsWith(folder));
  }

  /// Files of exactly this name anywhere, the nearest to the root first.
  public List<Path> named(String name) {
    return files.stream()
        .filter(file -> file.getFileName().toString().equals(name))
        .sorted((a, b) -> Integer.compare(a.getNameCount(), b.getNameCount()))
        .toList();
  }

  /// The file as JSON or YAML; empty where it cannot be read or parsed, which is then noted.
  public Optional<Document> document(Path file) {
    Optional<Document> document = parsed(file);
    document.ifPresent(one -> one.problems().forEach(notes::problem));
    return document.filter(one -> !one.isBroken());
  }

  /// The file as JSON or YAML with its problems, which are not noted: for files of which it is not sure that they concern
  /// us. Empty where it cannot be read, which is noted.
  public Optional<Document> parsed(Path file) {
    return documents.computeIfAbsent(file, this::parse);
  }

  private Optional<Document> parse(Path file) {
    try {
      return Optional.of(reader.read(file));
    } catch (IOException e) {
      notes.problem(unreadable(file, e));
      return Optional.empty();
    }
  }

  /// The file as UTF-8 text; empty where it cannot be read, which is then noted.
  public Optional<String> text(Path file) {
    return texts.computeIfAbsent(file, this::load);
  }

  /// The file's lines; none where it cannot be read, which is then noted.
  public List<String> lines(Path file) {
    return text(file).map(text -> text.lines().toList()).orElse(List.of());
  }

  private Optional<String> load(Path file) {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        notes.problem(
            Problem.warning(
                "setup/unreadable",
                place(file, 1),
                "the file is longer than " + (MAX_FILE_BYTES >> 20) + " MiB and was not read",
                "name what it contains in concordat.yaml"));
        return Optional.empty();
      }
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      notes.problem(unreadable(file, e));
      return Optional.empty();
    }
  }

  private Problem unreadable(Path file, IOException e) {
    return Problem.error(
        "setup/unreadable",
        place(file, 1),
        "the file cannot be read: " + Reason.of(e),
        "make it readable, or remove it");
  }

  /// The folder a file is in.
  public static Path folderOf(Path file) {
    return Objects.requireNonNullElse(file.getParent(), file);
  }

  public String relative(Path path) {
    return Setup.relative(root, path);
  }

  public Place place(Path file, int line) {
    return new Place(relative(file), line, 1, "");
  }
}
