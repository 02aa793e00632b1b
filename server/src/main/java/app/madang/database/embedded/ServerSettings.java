package app.madang.database.embedded;

/** The server's configuration, written anew at every start so that an upgrade of Madang brings its own. */
final class ServerSettings {

    private ServerSettings() {}

    static String text(EmbeddedSettings settings, int port, ClusterHome home) {
        return """
                # Written by Madang at every start; changes here are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = %d

                # what was acknowledged is on the disk
                fsync = on
                full_page_writes = on
                synchronous_commit = on

                # a small machine
                shared_buffers = '%dMB'
                effective_cache_size = '%dMB'
                work_mem = '8MB'
                maintenance_work_mem = '64MB'
                random_page_cost = 1.1
                jit = off
                wal_compression = on
                max_logical_replication_workers = 0
                max_wal_size = '2GB'
                checkpoint_timeout = '15min'

                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_timezone = 'UTC'
                timezone = 'UTC'
                """.formatted(
                        port,
                        settings.connectionsMax(),
                        settings.sharedBuffersMb(),
                        settings.sharedBuffersMb() * 4,
                        home.log().toString().replace("'", "''"));
    }

    /** Passwords for everybody, from this machine only. */
    static String access() {
        return """
                host all all 127.0.0.1/32 scram-sha-256
                """;
    }
}
