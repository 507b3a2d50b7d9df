package dev.contentconnect.bench;

import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PUT;
import retrofit2.http.Query;
import retrofit2.http.Streaming;

/** Retrofit on OkHttp with the Jackson converter, called synchronously. */
final class RetrofitContender implements Contender {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final Api api;

    /** The server as Retrofit wants it described. */
    interface Api {
        @GET("assets/a-4711")
        Call<WireAsset> asset(@Query("wait") int waitMillis);

        @GET("assets")
        Call<WireAsset.WirePage> page(@Query("page") String page, @Query("total") int total);

        @Streaming
        @GET("file")
        Call<ResponseBody> download(@Query("bytes") long bytes);

        @PUT("file")
        Call<ResponseBody> upload(@Body RequestBody body);
    }

    RetrofitContender(URI server) {
        // Its pool keeps 5 idle connections unless told otherwise; the JDK's keeps all of them.
        OkHttpClient client = new OkHttpClient.Builder()
                .connectTimeout(TIMEOUT)
                .readTimeout(TIMEOUT)
                .connectionPool(new ConnectionPool(2_000, 5, java.util.concurrent.TimeUnit.MINUTES))
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Authorization", "Bearer loopback-only")
                        .build()))
                .build();
        this.api = new Retrofit.Builder()
                .baseUrl(server + "/")
                .client(client)
                .addConverterFactory(JacksonConverterFactory.create(Mapping.mapper()))
                .build()
                .create(Api.class);
    }

    @Override
    public Asset get(int waitMillis) throws IOException {
        return Assets.of(body(api.asset(waitMillis).execute()));
    }

    @Override
    public void list(int total, Consumer<Asset> each) throws IOException {
        for (String page = "0"; !page.isEmpty(); ) {
            WireAsset.WirePage wire = body(api.page(page, total).execute());
            Assets.of(wire.items()).forEach(each);
            page = wire.next().strip();
        }
    }

    @Override
    public void download(long bytes, Path target) throws IOException {
        try (ResponseBody body = body(api.download(bytes).execute());
                FileChannel file = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            Contents.expect(bytes, body.byteStream().transferTo(Channels.newOutputStream(file)));
        }
    }

    @Override
    public void upload(Path source) throws IOException {
        body(api.upload(RequestBody.create(source.toFile(), BYTES)).execute()).close();
    }

    private static <T> T body(Response<T> response) throws IOException {
        Contents.expect(200, response.code());
        return Objects.requireNonNull(response.body());
    }
}
