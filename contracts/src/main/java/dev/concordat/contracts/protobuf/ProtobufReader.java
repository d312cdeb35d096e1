package dev.concordat.contracts.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.concordat.contracts.temporary.TemporaryFolder;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads `.proto` files, through the compiler, and descriptor sets. What is wrong is in the contract's problems; never
/// throws. Thread-safe.
public final class ProtobufReader {
  private static final int MAX_DEPTH = 100;

  private final Path workspace;
  private final Supplier<Protoc> protoc;
  private final ReadLimits limits;

  /// @param workspace the folder that holds everything that imports may lead to
  /// @param protoc asked for when the first `.proto` file is read
  /// @param limits what a file with all its imports may cost
  public ProtobufReader(Path workspace, Supplier<Protoc> protoc, ReadLimits limits) {
    this.workspace = workspace.toAbsolutePath().normalize();
    this.protoc = protoc;
    this.limits = limits;
  }

  /// Whether these bytes are the text of a `.proto` file or a descriptor set.
  public static boolean recognises(byte[] bytes) {
    return ProtobufText.recognises(bytes) || DescriptorSets.recognises(bytes);
  }

  public ProtobufContract read(TextFile file) {
    return DescriptorSets.recognises(file.bytes())
        ? readDescriptorSet(file.name(), file.bytes())
        : readAll(List.of(file));
  }

  /// Reads files that belong together, such as those of a folder.
  ///
  /// @param files at least one
  public ProtobufContract readAll(List<TextFile> files) {
    return readAll(
        files.getFirst(), compiler -> ProtoSources.collect(workspace, files, compiler, limits));
  }

  /// Reads files that belong together, such as those of a module, whose names are known.
  ///
  /// @param files at least one, by the names under which they import one another: `shop/v1/orders.proto`
  public ProtobufContract readModule(Map<String, TextFile> files) {
    return readAll(
        files.values().iterator().next(),
        compiler -> ProtoSources.collect(workspace, files, compiler, limits));
  }

  private interface Collecting {
    ProtoSources from(Protoc compiler) throws IOException;
  }

  private ProtobufContract readAll(TextFile first, Collecting collecting) {
    Optional<Problem> notText = first.notUtf8();
    if (notText.isPresent()) {
      return nothing(first.name(), List.of(notText.get()));
    }
    try {
      Protoc compiler = protoc.get();
      return compile(compiler, collecting.from(compiler), first);
    } catch (IOException | UncheckedIOException e) {
      String reason = "cannot run: " + e.getMessage();
      return nothing(first.name(), List.of(ProtobufProblems.compilerFailed(first.name(), reason)));
    }
  }

  private static ProtobufContract compile(Protoc compiler, ProtoSources sources, TextFile asked)
      throws IOException {
    Protoc.Outcome outcome;
    try (TemporaryFolder temporary = TemporaryFolder.create("concordat-proto")) {
      Path folder = Files.createDirectory(temporary.path().resolve("sources"));
      sources.layOut(folder);
      outcome = compiler.run(folder, sources.asked());
    }
    var problems = new ArrayList<>(sources.problems());
    var said = new CompilerErrors(sources, asked);
    return switch (outcome) {
      case Protoc.Outcome.Compiled(Bytes set, String errors) -> {
        problems.addAll(said.problems(errors));
        yield build(
            asked.name(),
            parse(set.toArray()),
            Set.copyOf(sources.asked()),
            sources::file,
            problems);
      }
      case Protoc.Outcome.Refused(String errors) -> {
        problems.addAll(said.problems(errors));
        if (problems.stream().noneMatch(Problem::isError)) {
          String reason = "refuses the file: " + errors.strip();
          problems.add(ProtobufProblems.compilerFailed(asked.name(), reason));
        }
        yield nothing(asked.name(), problems);
      }
      case Protoc.Outcome.Stopped(String reason) -> {
        problems.add(ProtobufProblems.compilerFailed(asked.name(), reason));
        yield nothing(asked.name(), problems);
      }
    };
  }

  /// Reads a descriptor set.
  ///
  /// @param name the file that holds it
  public static ProtobufContract readDescriptorSet(String name, byte[] bytes) {
    try {
      FileDescriptorSet set = parse(bytes);
      Set<String> roots = new Linking(set).roots();
      return build(name, set, roots, ignored -> Optional.empty(), new ArrayList<>());
    } catch (IOException e) {
      return nothing(
          name, List.of(ProtobufProblems.badDescriptorSet(name, String.valueOf(e.getMessage()))));
    }
  }

  private static FileDescriptorSet parse(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    in.setRecursionLimit(MAX_DEPTH);
    return FileDescriptorSet.parseFrom(in);
  }

  private static ProtobufContract build(
      String name,
      FileDescriptorSet set,
      Collection<String> asked,
      Function<String, Optional<TextFile>> texts,
      List<Problem> problems) {
    var linking = new Linking(set);
    linking
        .reasons()
        .forEach(reason -> problems.add(ProtobufProblems.badDescriptorSet(name, reason)));
    var types = new ProtobufTypes(linking.linked().values());
    var builder = new ModelBuilder(new OptionValues(types));
    var files = new ArrayList<ProtobufFile>();
    for (Map.Entry<String, FileDescriptor> file : linking.linked().entrySet()) {
      FileDescriptorProto proto = linking.file(file.getValue());
      var places =
          new FilePlaces(file.getKey(), texts.apply(file.getKey()), proto.getSourceCodeInfo());
      files.add(builder.file(file.getValue(), proto, places, !asked.contains(file.getKey())));
    }
    return new ProtobufContract(name, files, types, problems);
  }

  private static ProtobufContract nothing(String name, List<Problem> problems) {
    return new ProtobufContract(name, List.of(), new ProtobufTypes(List.of()), problems);
  }
}
