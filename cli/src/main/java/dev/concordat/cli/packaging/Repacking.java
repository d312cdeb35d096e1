package dev.concordat.cli.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// What the launcher runs once after a build, before the ahead-of-time cache is made: libraries of old class files are written
/// anew, so that the cache can hold them. Signed ones are left as they are. Why: `docs/decisions/0020-old-classes-are-repacked.md`.
public final class Repacking {
  private static final int MAX_JAR_BYTES = 16 << 20;

  /// The first time that a jar can tell.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Repacking() {}

  /// Repacks what lies in folders.
  ///
  /// @param folders with jars
  /// @throws IOException if a jar cannot be read or written
  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      repack(Path.of(folder));
    }
  }

  /// Writes the jars of a folder anew that need it.
  ///
  /// @return their names
  static List<String> repack(Path folder) throws IOException {
    List<Path> jars;
    try (Stream<Path> all = Files.list(folder)) {
      jars = all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    var names = new ArrayList<String>();
    for (Path jar : jars) {
      if (Files.size(jar) <= MAX_JAR_BYTES && isRepacked(jar)) {
        names.add(jar.getFileName().toString());
      }
    }
    return names;
  }

  private static boolean isRepacked(Path jar) throws IOException {
    Map<String, byte[]> entries = entries(jar);
    boolean isSigned =
        entries.keySet().stream()
            .anyMatch(name -> name.startsWith("META-INF/") && name.endsWith(".SF"));
    if (isSigned || entries.entrySet().stream().noneMatch(Repacking::isOldClass)) {
      return false;
    }
    var classes = new NewerClasses(entries);
    Path made = jar.resolveSibling(jar.getFileName() + ".tmp");
    try (OutputStream out = Files.newOutputStream(made);
        var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        var written = new ZipEntry(entry.getKey());
        // One time for all, so that the same jar comes of the same jar.
        written.setTimeLocal(TIME);
        zip.putNextEntry(written);
        zip.write(isOldClass(entry) ? classes.newer(entry.getValue()) : entry.getValue());
        zip.closeEntry();
      }
    }
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static boolean isOldClass(Map.Entry<String, byte[]> entry) {
    return entry.getKey().endsWith(".class") && NewerClasses.isOld(entry.getValue());
  }

  private static Map<String, byte[]> entries(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(jar);
        var zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // Folders too: who looks for what is in one, as libraries do, finds only those that the jar
        // names.
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
