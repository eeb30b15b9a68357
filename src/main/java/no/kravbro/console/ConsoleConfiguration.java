package no.kravbro.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.api.Caller;
import no.kravbro.api.Query;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives pages the caller and the question of a request, and remembers what the address chooses. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Arguments());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                for (Choices choice : Choices.values()) {
                    choice.remember(request, response);
                }
                return true;
            }
        });
    }

    private static final class Arguments implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            Class<?> type = parameter.getParameterType();
            return type == Caller.class || type == Query.class || type == Visitor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer model,
                NativeWebRequest web,
                WebDataBinderFactory binders) {
            HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
            Visitor visitor = Visitor.of(request, LocaleContextHolder.getLocale());
            if (parameter.getParameterType() == Visitor.class) {
                return visitor;
            }
            return parameter.getParameterType() == Caller.class ? visitor.caller() : query(request);
        }

        /** Without what is for the page and not for the list. */
        private static Query query(HttpServletRequest request) {
            Map<String, String> given = new HashMap<>();
            request.getParameterMap().forEach((name, values) -> given.put(name, values[0]));
            for (Choices choice : Choices.values()) {
                given.remove(choice.parameter());
            }
            return Query.of(given).ofPage();
        }
    }
}
