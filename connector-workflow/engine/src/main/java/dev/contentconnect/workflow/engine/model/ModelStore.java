package dev.contentconnect.workflow.engine.model;

import dev.contentconnect.workflow.engine.call.FacadeRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.exceptions.XMLException;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Deployed models. One model is one deployment with one process in it, and the deployment's id is the model's. */
@Component
class ModelStore {

    private final RepositoryService repository;
    private final RuntimeService runtime;

    ModelStore(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    ProcessDefinition deploy(String vendorXml) {
        String xml = Dialect.toEngine(vendorXml);
        try {
            BpmnModel model = parse(xml);
            if (model.getProcesses().size() != 1) {
                throw FacadeRefusal.badRequest("A model holds exactly one process");
            }
            String key = model.getMainProcess().getId();
            String drawn = Diagrams.drawn(xml, model);
            String id = repository
                    .createDeployment()
                    .name(key)
                    .addString(key + ".bpmn20.xml", drawn)
                    .deploy()
                    .getId();
            return get(id);
        } catch (FlowableException | XMLException | XMLStreamException e) {
            throw FacadeRefusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    ProcessDefinition get(String id) {
        ProcessDefinition definition =
                repository.createProcessDefinitionQuery().deploymentId(id).singleResult();
        if (definition == null) {
            throw FacadeRefusal.notFound("Could not find a model with id '" + id + "'.");
        }
        return definition;
    }

    void delete(String id) {
        ProcessDefinition definition = get(id);
        if (runtime.createProcessInstanceQuery().deploymentId(id).count() > 0) {
            throw FacadeRefusal.conflict("Model " + definition.getKey() + " still has running instances");
        }
        // With its history: the engine keeps rows that refer to the definition.
        repository.deleteDeployment(id, true);
    }

    List<ProcessDefinition> find(ModelFilter filter) {
        var query = repository.createProcessDefinitionQuery();
        filter.key().ifPresent(query::processDefinitionKey);
        filter.definitionId().ifPresent(query::processDefinitionId);
        if (filter.latestOnly()) {
            query.latestVersion();
        }
        return query.orderByProcessDefinitionKey()
                .asc()
                .orderByProcessDefinitionVersion()
                .asc()
                .list();
    }

    BpmnModel bpmn(ProcessDefinition definition) {
        return repository.getBpmnModel(definition.getId());
    }

    String vendorXml(ProcessDefinition definition) {
        try (InputStream xml = repository.getProcessModel(definition.getId())) {
            return Dialect.toVendor(new String(xml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BpmnModel parse(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        return new BpmnXMLConverter().convertToBpmnModel(reader);
    }
}
