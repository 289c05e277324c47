package dev.ashlar.state.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.SecretSource;
import dev.ashlar.state.StateProblems;
import dev.ashlar.value.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Secrets in files, as tools that mount secrets put them there. */
public final class SecretFiles implements SecretSource {
  private static final int MOST_BYTES = 64 * 1024;

  private final Path folder;
  private final Executor blocking;

  /** Secrets in files; relative paths begin in the folder. */
  public SecretFiles(Path folder, Executor blocking) {
    this.folder = folder;
    this.blocking = blocking;
  }

  @Override
  public String scheme() {
    return "file";
  }

  @Override
  public CompletionStage<Checked<Secret<String>>> resolve(Request request) {
    return CompletableFuture.supplyAsync(() -> read(request.name()), blocking);
  }

  private Checked<Secret<String>> read(String name) {
    Path file;
    try {
      file = folder.resolve(name);
    } catch (InvalidPathException e) {
      return refused(StateProblems.SECRET_REFERENCE, "\"%s\" is not a path.".formatted(name));
    }
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        return unusable(file, "is larger than 64 KiB");
      }
      return Checked.of(
          Secret.of(
              withoutLineBreak(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())));
    } catch (NoSuchFileException e) {
      return refused(
          StateProblems.SECRET_NOT_FOUND, "There is no file %s. Put it there.".formatted(file));
    } catch (CharacterCodingException e) {
      return unusable(file, "is not UTF-8 text");
    } catch (IOException e) {
      return unusable(file, "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private static String withoutLineBreak(String text) {
    String shorter = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return shorter.endsWith("\r") && shorter.length() < text.length()
        ? shorter.substring(0, shorter.length() - 1)
        : shorter;
  }

  private static Checked<Secret<String>> unusable(Path file, String what) {
    return refused(StateProblems.SECRET_UNUSABLE, "The file %s %s.".formatted(file, what));
  }

  private static Checked<Secret<String>> refused(Code code, String detail) {
    return Checked.refused(List.of(Diagnostic.of(code, detail)));
  }
}
