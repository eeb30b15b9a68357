package no.kravbro.camel;

import java.time.Clock;
import no.kravbro.Settings;
import no.kravbro.Settings.RouteChanges;
import no.kravbro.bundle.BundleEffect;
import no.kravbro.bundle.BundleFigures;
import no.kravbro.bundle.BundleNode;
import no.kravbro.bundle.BundlePlan.Origin;
import no.kravbro.bundle.BundlePlans;
import no.kravbro.bundle.Deployments;
import no.kravbro.bundle.Deployments.Rules;
import no.kravbro.bundle.FolderRule;
import no.kravbro.bundle.Occasion;
import no.kravbro.bundle.RolloutWatch;
import no.kravbro.bundle.Rollouts;
import no.kravbro.bundle.Snapshot;
import no.kravbro.bundle.StoredVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What it takes to change the running bundle. */
@Configuration
class DeploymentRoom {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentRoom.class);

    @Bean
    Rules deploymentRules(Settings settings) {
        Settings.Routes routes = settings.routes();
        return new Rules(settings.node(), routes.changes() == RouteChanges.PLANNED, routes.fourEyes(), routes.watch());
    }

    @Bean
    BundlePlans bundlePlans(JdbcClient sql, @Qualifier("machine") Clock machine) {
        return new BundlePlans(sql, machine);
    }

    @Bean
    Rollouts rollouts(JdbcClient sql, @Qualifier("machine") Clock machine) {
        return new Rollouts(sql, machine);
    }

    @Bean
    BundleFigures bundleFigures(JdbcClient sql, @Qualifier("machine") Clock machine) {
        return new BundleFigures(sql, machine);
    }

    @Bean
    BundleEffect bundleEffect(JdbcClient sql) {
        return new BundleEffect(sql);
    }

    @Bean
    Deployments deployments(
            BundleNode node,
            StoredVersions versions,
            BundlePlans plans,
            Rollouts rollouts,
            BundleFigures figures,
            Rules rules,
            @Qualifier("machine") Clock machine) {
        return new Deployments(node, versions, plans, rollouts, figures, rules, machine);
    }

    @Bean
    RolloutWatch rolloutWatch(
            BundleNode node,
            Deployments deployments,
            StoredVersions versions,
            BundlePlans plans,
            Rollouts rollouts,
            BundleFigures figures,
            Rules rules,
            @Qualifier("machine") Clock machine) {
        return new RolloutWatch(node, deployments, versions, plans, rollouts, figures, rules, machine);
    }

    @Bean
    FolderRule folderRule(Rules rules, Deployments deployments) {
        return rules.agreed() ? new Proposing(deployments) : FolderRule.APPLIES;
    }

    /** Makes a plan of what the folder holds, for somebody to apply. */
    private record Proposing(Deployments deployments) implements FolderRule {
        @Override
        public boolean applies() {
            return false;
        }

        @Override
        public void proposed(Snapshot running, Snapshot wanted) {
            String plan =
                    deployments.plan(wanted, Origin.FOLDER, Occasion.BY_ITSELF).id();
            LOG.warn(
                    "The folder holds bundle {}, which passes; {} runs until somebody applies plan {}",
                    wanted.version(),
                    running.version(),
                    plan);
        }
    }
}
