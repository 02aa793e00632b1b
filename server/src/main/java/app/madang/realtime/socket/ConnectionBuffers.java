package app.madang.realtime.socket;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Small buffers per connection, since an idle socket keeps them. The container must not recycle channels either: a
 * socket is written to by other threads than the one that may be closing it.
 */
@Component
class ConnectionBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String READ_BYTES = "1024";
    private static final String WRITE_BYTES = "8192";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", READ_BYTES);
            connector.setProperty("socket.appWriteBufSize", WRITE_BYTES);
            connector.setProperty("socket.bufferPool", "0");
        });
    }
}
