package standin

import (
	"fmt"
	"net/http"
	"strings"
)

// misa is MISA eSign. Outside its own paths the host answers with a page, as the
// real one does.
func (s *Server) misa(mux *http.ServeMux) {
	s.handle(mux, "POST /api/auth/api/v1/auth/login-api", func(r *http.Request, b body) (int, any) {
		status := map[string]any{"code": 200, "error": false}
		if !misaClient(r) || b.text("userName") != User || b.text("password") != Password {
			return http.StatusOK, map[string]any{"status": map[string]any{"code": 400, "error": true, "errorCode": 99}}
		}
		token := fmt.Sprintf("the-%d", len(s.tokens)+1)
		s.tokens[token] = true
		return http.StatusOK, map[string]any{"status": status, "data": map[string]any{
			"remoteSigningAccessToken": token, "tokenType": "Bearer", "expiresIn": 3600, "user": map[string]string{"id": "nguoi-dung"},
		}}
	})
	s.handle(mux, "GET /external/esrm/service/general/api/v1/Certificates/by-userId", s.esign(func(*http.Request, body) (int, any) {
		list := []map[string]any{}
		for _, k := range s.options.Keys {
			list = append(list, map[string]any{
				"userId": "nguoi-dung", "keyAlias": credential(k), "keyStatus": "ACTIVE", "certificate": k.Certificate().Raw, "certiticateChain": chain(k),
			})
		}
		list = append(list, map[string]any{"userId": "nguoi-dung", "keyAlias": "cu", "keyStatus": "INACTIVE"})
		return http.StatusOK, list
	}))
	s.handle(mux, "POST /external/esrm/service/signing/api/v1/Signing/hash", s.esign(func(_ *http.Request, b body) (int, any) {
		key, err := s.key(b.text("CertAlias"))
		documents, _ := b["Documents"].([]any)
		var files []any
		for _, v := range documents {
			d, _ := v.(map[string]any)
			if id := body(d).text("DocumentId"); id == "" || len(id) > 36 || body(d).text("DocumentName") == "" {
				return http.StatusBadRequest, map[string]string{"error": "Documents"}
			}
			files = append(files, d["FileToSign"])
		}
		digests := body{"d": files}.digests("d")
		if err != nil || len(digests) == 0 || b.text("UserId") != "nguoi-dung" || b.text("DataToBeDisplayed") == "" {
			return http.StatusBadRequest, map[string]string{"error": "CertAlias"}
		}
		return http.StatusOK, map[string]string{"transactionId": s.open("", key, digests).ID}
	}))
	s.handle(mux, "GET /external/esrm/service/signing/api/v1/Signing/status/{id}", s.esign(func(q *http.Request, _ body) (int, any) {
		r := s.find(q.PathValue("id"))
		if r == nil {
			return http.StatusNotFound, map[string]string{"error": "transactionId"}
		}
		switch s.ask(r) {
		case Pending:
			return http.StatusOK, map[string]string{"status": "PENDING", "transactionId": r.ID}
		case Confirm:
			signatures, err := s.sign(r)
			list := []map[string]any{}
			for _, v := range signatures {
				list = append(list, map[string]any{"signature": v})
			}
			if err == nil {
				return http.StatusOK, map[string]any{"status": "SUCCESS", "transactionId": r.ID, "signatures": list}
			}
		}
		return http.StatusOK, map[string]string{"status": "FAILED", "errorCode": string(r.Decision), "errorDescription": "not signed"}
	}))
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("<!doctype html><title>MISA eSign</title>"))
	})
}

func misaClient(r *http.Request) bool {
	return r.Header.Get("x-clientId") == ClientID && r.Header.Get("x-clientKey") == Secret
}

// esign lets through only who has logged in.
func (s *Server) esign(h handler) handler {
	return func(r *http.Request, b body) (int, any) {
		token, ok := strings.CutPrefix(r.Header.Get("AuthorizationRM"), "Bearer ")
		if !ok || !s.tokens[token] || !misaClient(r) {
			return http.StatusUnauthorized, map[string]string{"error": "access_token_invalid"}
		}
		return h(r, b)
	}
}
