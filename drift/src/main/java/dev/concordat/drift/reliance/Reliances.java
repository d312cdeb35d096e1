package dev.concordat.drift.reliance;

import dev.concordat.contracts.ContractKind;
import dev.concordat.drift.mock.Mock;
import dev.concordat.model.drift.Reliance;
import dev.concordat.model.place.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds the files of a workspace that name stubs: by the stub's file, its id, its name or its scenario; of a pact by the
/// description of an interaction. Only what is named literally is found.
public final class Reliances {
  private static final Set<String> SOURCES =
      Set.of(
          "java", "kt", "kts", "groovy", "scala", "js", "jsx", "ts", "tsx", "mjs", "cjs", "py",
          "go", "rb", "cs", "fs", "php", "rs", "swift", "feature", "robot", "sh", "hurl");
  private static final Set<String> PASSED_OVER =
      Set.of("node_modules", "target", "build", "dist", "out", "bin", "vendor");
  private static final int MAX_FILES = 20_000;
  private static final int MAX_FILE_BYTES = 1 << 20;
  private static final long MAX_ALL_BYTES = 256L << 20;
  private static final int MAX_DEPTH = 30;
  private static final int MAX_FOUND = 50;

  /// Shorter names stand everywhere.
  private static final int MIN_NAME = 6;

  private final Map<String, List<String>> sources;
  private final boolean isCut;

  private Reliances(Map<String, List<String>> sources, boolean isCut) {
    this.sources = sources;
    this.isCut = isCut;
  }

  /// Reads the sources below a folder: programs and tests, generated and foreign folders aside.
  public static Reliances below(Path root) {
    Map<String, List<String>> sources = new TreeMap<>();
    var visitor = new Visitor(root, sources);
    try {
      Files.walkFileTree(root, Set.of(), MAX_DEPTH, visitor);
    } catch (IOException unreadable) {
      return new Reliances(sources, true);
    }
    return new Reliances(sources, visitor.isCut);
  }

  /// Whether there was more than is looked at.
  public boolean isCut() {
    return isCut;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, List<String>> sources;
    private long bytes;
    private boolean isCut;

    private Visitor(Path root, Map<String, List<String>> sources) {
      this.root = root;
      this.sources = sources;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean isForeign = PASSED_OVER.contains(name) || name.startsWith(".");
      return isForeign && !folder.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = String.valueOf(file.getFileName());
      String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      if (!attributes.isRegularFile() || !SOURCES.contains(ending)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.size() > MAX_FILE_BYTES) {
        isCut = true;
        return FileVisitResult.CONTINUE;
      }
      bytes += attributes.size();
      if (sources.size() >= MAX_FILES || bytes > MAX_ALL_BYTES) {
        isCut = true;
        return FileVisitResult.TERMINATE;
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      sources.put(root.relativize(file).toString().replace('\\', '/'), text.lines().toList());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      isCut = true;
      return FileVisitResult.CONTINUE;
    }
  }

  /// The files that name a mock, each once, tests first.
  public List<Reliance> on(Mock mock) {
    Map<String, String> names = names(mock);
    List<Reliance> found = new ArrayList<>();
    for (Map.Entry<String, List<String>> source : sources.entrySet()) {
      if (found.size() < MAX_FOUND && !source.getKey().equals(mock.file())) {
        first(source.getKey(), source.getValue(), names, found);
      }
    }
    found.sort((a, b) -> Boolean.compare(b.isTest(), a.isTest()));
    return found;
  }

  private static void first(
      String file, List<String> lines, Map<String, String> names, List<Reliance> found) {
    for (int i = 0; i < lines.size(); i++) {
      for (Map.Entry<String, String> name : names.entrySet()) {
        if (lines.get(i).contains(name.getKey())) {
          found.add(new Reliance(new Place(file, i + 1, 1, ""), isTest(file), name.getValue()));
          return;
        }
      }
    }
  }

  /// What to look for, with how it is told.
  private static Map<String, String> names(Mock mock) {
    Map<String, String> names = new LinkedHashMap<>();
    String file = mock.file().substring(mock.file().lastIndexOf('/') + 1);
    if (mock.kind() != ContractKind.PACT && file.length() >= MIN_NAME) {
      names.put(file, "names the file " + file);
    }
    for (String name : mock.names()) {
      if (name.length() >= MIN_NAME) {
        String what = mock.kind() == ContractKind.PACT ? "describes it: " : "names it: ";
        names.putIfAbsent(name, what + name);
      }
    }
    return names;
  }

  private static boolean isTest(String file) {
    String lower = "/" + file.toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    return lower.contains("/test")
        || lower.contains("/spec")
        || lower.contains("__tests__")
        || name.matches(".*(test|tests|spec|it|steps)\\.[a-z]+")
        || name.startsWith("test_")
        || name.matches(".*[._-](test|spec)\\.[a-z]+")
        || name.endsWith(".feature");
  }
}
