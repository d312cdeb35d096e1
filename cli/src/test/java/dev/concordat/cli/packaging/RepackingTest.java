package dev.concordat.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  void whatIsInNoJarIsNotLookedForAtEveryStart() throws IOException, URISyntaxException {
    // Given a class that looks whether Groovy is there
    Path jar = picocli();
    String asks = "picocli/CommandLine$DefaultFactory.class";
    assertThat(askedByName(entries(jar).getOrDefault(asks, new byte[0])))
        .contains("groovy.lang.Closure");

    // When
    Repacking.repack(folder);

    // Then
    assertThat(askedByName(entries(jar).getOrDefault(asks, new byte[0])))
        .doesNotContain("groovy.lang.Closure");
  }

  /// Names of classes that are looked for in all jars.
  private static List<String> askedByName(byte[] file) {
    var names = new ArrayList<String>();
    for (MethodModel method : ClassFile.of().parse(file).methods()) {
      String name = "";
      for (CodeElement element : method.code().map(CodeModel::elementList).orElse(List.of())) {
        if (element instanceof InvokeInstruction call
            && call.name().equalsString("forName")
            && call.typeSymbol().parameterCount() == 1) {
          names.add(name);
        }
        name = element instanceof ConstantInstruction each ? each.constantValue().toString() : name;
      }
    }
    return names;
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

  @ValueSource(classes = {Shapes.class, Lambdas.class})
  @ParameterizedTest
  void whatTheJvmWouldMakeAtRunTimeIsPlainCodeThatDoesTheSame(Class<?> written) throws Exception {
    // Given
    List<Class<?>> classes = new ArrayList<>(List.of(written.getDeclaredClasses()));
    classes.add(written);
    Path jar = folder.resolve("written.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        var zip = new ZipOutputStream(out)) {
      for (Class<?> each : classes) {
        zip.putNextEntry(new ZipEntry(file(each)));
        try (InputStream in = written.getResourceAsStream("/" + file(each))) {
          Objects.requireNonNull(in).transferTo(zip);
        }
      }
    }
    assertThat(madeAtRunTime(entries(jar))).isNotEmpty();

    // When
    Repacking.repack(folder);

    // Then a number that becomes one of another kind on the way is left to the JVM
    assertThat(madeAtRunTime(entries(jar))).isSubsetOf("metafactory applyAsDouble");
    try (var loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Function<Object, Object> before = made(written);
      Function<Object, Object> after = made(loader.loadClass(written.getName()));
      for (Object given : new Object[] {null, new Object[0], "", "a", new StringBuilder(), 1}) {
        assertThat(after.apply(given)).isEqualTo(before.apply(given));
      }
    }
  }

  @SuppressWarnings("unchecked") // both are
  private static Function<Object, Object> made(Class<?> type) throws ReflectiveOperationException {
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Function<Object, Object>) constructor.newInstance();
  }

  private static String file(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  /// Lambdas, switches and records' methods, but for their text, that are linked when they are first met.
  private static List<String> madeAtRunTime(Map<String, byte[]> classes) {
    return classes.values().stream()
        .flatMap(file -> ClassFile.of().parse(file).methods().stream())
        .flatMap(method -> method.code().stream())
        .flatMap(CodeModel::elementStream)
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(InvokeDynamicInstruction.class::cast)
        .map(call -> call.bootstrapMethod().methodName() + " " + call.name().stringValue())
        .filter(call -> !call.endsWith(" toString") && !call.startsWith("makeConcat"))
        .toList();
  }
}
