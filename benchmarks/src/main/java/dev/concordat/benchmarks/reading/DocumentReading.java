package dev.concordat.benchmarks.reading;

import com.sun.management.OperatingSystemMXBean;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.reader.UnreadableContract;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What came of reading one document.
///
/// @param specification `3.0.1`, `2.0`; empty if nothing could be read
/// @param failure why nothing could be read; empty if something was
/// @param millis by the clock, which other work on the machine makes longer
/// @param cpuMillis of the whole process, compiling and collecting garbage included
/// @param peakBytes of the heap, garbage included
record DocumentReading(
    String name,
    long bytes,
    String specification,
    int operations,
    List<Problem> problems,
    String failure,
    long millis,
    long cpuMillis,
    long peakBytes) {

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static DocumentReading failed(String name, String why) {
    return new DocumentReading(name, 0, "", 0, List.of(), why, 0, 0, 0);
  }

  static DocumentReading of(Path folder, Path file) throws IOException {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long cpuStart = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    Contract contract = new ContractReader(folder).read(file);
    long millis = (System.nanoTime() - start) / 1_000_000;
    long cpuMillis = (PROCESS.getProcessCpuTime() - cpuStart) / 1_000_000;
    return new DocumentReading(
        folder.relativize(file).toString(),
        Files.size(file),
        contract instanceof OpenApiContract openApi ? openApi.specification() : "",
        contract instanceof OpenApiContract openApi ? openApi.operations().size() : 0,
        contract.problems(),
        failure(contract),
        millis,
        cpuMillis,
        heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
  }

  private static String failure(Contract contract) {
    boolean isFatal = contract instanceof UnreadableContract;
    return isFatal
        ? contract.problems().stream()
            .filter(Problem::isError)
            .findFirst()
            .map(problem -> problem.rule() + " at " + problem.place() + ": " + problem.message())
            .orElse("no reason given")
        : "";
  }

  boolean isRead() {
    return failure.isEmpty();
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
