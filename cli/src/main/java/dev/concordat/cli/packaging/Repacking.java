package dev.concordat.cli.packaging;

import java.io.BufferedOutputStream;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// What the launcher runs once after a build, before the ahead-of-time cache is made: libraries of old class files are written
/// anew, so that the cache can hold them (`docs/decisions/0020-old-classes-are-repacked.md`), and so is code of ours that the JVM
/// would make at run time ({@link PlainCode}). Signed jars are left as they are.
public final class Repacking {
  private static final int MAX_JAR_BYTES = 16 << 20;

  /// The first time that a jar can tell.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String OURS = "dev/concordat/";

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
    Map<String, byte[]> changed = isSigned ? Map.of() : changed(entries);
    if (changed.isEmpty()) {
      return false;
    }
    entries.putAll(changed);
    Path made = jar.resolveSibling(jar.getFileName() + ".tmp");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made));
        var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        var written = new ZipEntry(entry.getKey());
        // One time for all, so that the same jar comes of the same jar.
        written.setTimeLocal(TIME);
        zip.putNextEntry(written);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /// The classes that are written anew, and new ones.
  private static Map<String, byte[]> changed(Map<String, byte[]> entries) {
    if (entries.keySet().stream().anyMatch(name -> name.startsWith(OURS))) {
      return new TreeMap<>(new PlainCode(Repacking.class.getClassLoader()).plain(entries));
    }
    var newer = new NewerClasses(entries);
    Map<String, byte[]> changed = new TreeMap<>();
    entries.forEach(
        (name, file) -> {
          if (name.endsWith(".class") && NewerClasses.isOld(file)) {
            changed.put(name, newer.newer(file));
          }
        });
    return changed;
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
