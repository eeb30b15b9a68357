package no.kravbro.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is logged in: only the name and a version. What that person may do is read anew for every request. */
final class Login implements Known, UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final int version;
    private String password;

    Login(String name, int version, String password) {
        this.name = name;
        this.version = version;
        this.password = password;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public String userName() {
        return name;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public void eraseCredentials() {
        password = null;
    }
}
