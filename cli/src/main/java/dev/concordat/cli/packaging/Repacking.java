package dev.concordat.cli.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// What the launcher runs once after a build, before the ahead-of-time cache is made: libraries of old class files are written
/// anew, so that the cache can hold them (`docs/decisions/0020-old-classes-are-repacked.md`), and so is code of ours that the JVM
/// would make at run time ({@link PlainCode}). Signed jars are left as they are.
public final class Repacking {
  private static final int MAX_JAR_BYTES = 16 << 20;

  private static final String OURS = "dev/concordat/";

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
    if (isSigned) {
      return false;
    }
    Map<String, byte[]> changed = changed(entries);
    if (changed.isEmpty()) {
      return false;
    }
    Path made = jar.resolveSibling(jar.getFileName() + ".tmp");
    try (OutputStream out = Files.newOutputStream(made);
        var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        var written = new ZipEntry(entry.getKey());
        // One time for all, so that the same jar comes of the same jar.
        written.setTimeLocal(TIME);
        zip.putNextEntry(written);
        zip.write(changed.getOrDefault(entry.getKey(), entry.getValue()));
        zip.closeEntry();
      }
    }
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /// The classes that are written anew.
  private static Map<String, byte[]> changed(Map<String, byte[]> entries) {
    var newer = new NewerClasses(entries);
    var plain = new PlainCode(Repacking.class.getClassLoader());
    Map<String, byte[]> changed = new HashMap<>();
    entries.forEach(
        (name, file) -> {
          if (name.endsWith(".class")) {
            if (NewerClasses.isOld(file)) {
              changed.put(name, newer.newer(file));
            } else if (name.startsWith(OURS)) {
              plain.plain(file).ifPresent(made -> changed.put(name, made));
            }
          }
        });
    return changed;
  }

  private static Map<String, byte[]> entries(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(jar);
        var zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), zip.readAllBytes());
        }
      }
    }
    return entries;
  }
}
