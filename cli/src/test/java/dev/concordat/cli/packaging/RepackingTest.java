package dev.concordat.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The library that parses command lines is one of old class files.
class RepackingTest {
  @TempDir private Path folder;

  private Path picocli() throws IOException, URISyntaxException {
    Path library =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Files.copy(library, folder.resolve("picocli.jar"));
  }

  private static Map<String, byte[]> entries(Path jar) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  @Test
  void oldClassesAreWrittenAnewAndCanBeChecked() throws IOException, URISyntaxException {
    // Given
    Path jar = picocli();
    Map<String, byte[]> before = entries(jar);

    // When
    var repacked = Repacking.repack(folder);

    // Then
    Map<String, byte[]> after = entries(jar);
    assertThat(repacked).containsExactly("picocli.jar");
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.entrySet())
        .filteredOn(entry -> entry.getKey().endsWith(".class"))
        .noneMatch(entry -> NewerClasses.isOld(entry.getValue()));
    byte[] made = after.getOrDefault("picocli/CommandLine$Range.class", new byte[0]);
    assertThat(ClassFile.of().parse(made).majorVersion()).isEqualTo(ClassFile.JAVA_8_VERSION);
  }

  @Test
  void foldersThatAJarNamesAreStillNamed() throws IOException, URISyntaxException {
    // Given
    Path jar = picocli();
    List<String> before = folders(jar);

    // When
    Repacking.repack(folder);

    // Then
    assertThat(before).isNotEmpty();
    assertThat(folders(jar)).containsExactlyInAnyOrderElementsOf(before);
  }

  private static List<String> folders(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream().filter(ZipEntry::isDirectory).map(ZipEntry::getName).toList();
    }
  }

  @Test
  void whatIsNoOldClassStaysAsItIs() throws IOException, URISyntaxException {
    // Given
    Path jar = picocli();
    byte[] before = entries(jar).getOrDefault("META-INF/MANIFEST.MF", new byte[0]);

    // When
    Repacking.repack(folder);

    // Then
    assertThat(entries(jar).get("META-INF/MANIFEST.MF")).isEqualTo(before).isNotEmpty();
  }

  @Test
  void aJarThatNeedsNothingIsNotTouched() throws IOException, URISyntaxException {
    // Given
    Path jar = picocli();
    Repacking.repack(folder);
    byte[] once = Files.readAllBytes(jar);

    // When
    var repacked = Repacking.repack(folder);

    // Then
    assertThat(repacked).isEmpty();
    assertThat(Files.readAllBytes(jar)).isEqualTo(once);
  }

  @Test
  void aSignedJarIsNotTouched() throws IOException, URISyntaxException {
    // Given
    Map<String, byte[]> all = entries(picocli());
    Path signed = folder.resolve("picocli.jar");
    try (OutputStream out = Files.newOutputStream(signed);
        var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("META-INF/KEY.SF"));
      zip.write("Signature-Version: 1.0".getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("picocli/CommandLine$Range.class"));
      zip.write(all.getOrDefault("picocli/CommandLine$Range.class", new byte[0]));
    }

    // When
    var repacked = Repacking.repack(folder);

    // Then
    assertThat(repacked).isEmpty();
  }
}
