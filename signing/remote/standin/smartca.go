package standin

import (
	"encoding/base64"
	"encoding/hex"
	"net/http"

	"ankhai/signing"
)

// smartCA is VNPT SmartCA's partner interface.
func (s *Server) smartCA(mux *http.ServeMux) {
	const at = "/sca/sp769"
	s.handle(mux, "POST "+at+"/v1/credentials/get_certificate", s.partner(func(_ *http.Request, b body) (int, any) {
		list := []map[string]any{}
		for _, k := range s.options.Keys {
			c := map[string]any{
				"service_type": "SMARTCA", "cert_id": credential(k), "serial_number": signing.Serial(k.Certificate()),
				"cert_status_code": "VALID", "cert_data": base64.StdEncoding.EncodeToString(k.Certificate().Raw),
			}
			if rest := chain(k)[1:]; len(rest) > 0 {
				c["chain_data"] = map[string]any{"ca_cert": rest[0]}
			}
			list = append(list, c)
		}
		return said("Success", map[string]any{"user_certificates": list})
	}))
	s.handle(mux, "POST "+at+"/v1/signatures/sign", s.partner(func(_ *http.Request, b body) (int, any) {
		key, digests := s.order(b)
		if key == nil {
			return http.StatusOK, map[string]any{"status_code": 400, "message": "BAD_REQUEST", "data": nil}
		}
		r := s.open(b.text("transaction_id"), key, digests)
		return said("sig_wait_for_user_confirm", map[string]any{"transaction_id": r.ID, "tran_code": "ma-" + r.ID})
	}))
	s.handle(mux, "POST "+at+"/v1/signatures/sign/{id}/status", func(q *http.Request, _ body) (int, any) {
		r := s.find(q.PathValue("id"))
		if r == nil {
			return http.StatusOK, map[string]any{"status_code": 404, "message": "NOT_FOUND", "data": nil}
		}
		switch s.ask(r) {
		case Pending:
			return said("sig_wait_for_user_confirm", nil)
		case Confirm:
			return s.said(r)
		case Lapse:
			return said("EXPIRED", nil)
		case Decline:
			return said("USER_REJECTED", nil)
		}
		return said("FAILED", nil)
	})
	s.handle(mux, "POST "+at+"/v2/signatures/sign", s.partner(func(_ *http.Request, b body) (int, any) {
		key, digests := s.order(b)
		if key == nil || b.text("password") != Password {
			return http.StatusOK, map[string]any{"status_code": 403, "message": "user_password_invalid"}
		}
		if b.text("otp") != OTP {
			return http.StatusOK, map[string]any{"status_code": 400, "message": "otp_invalid"}
		}
		r := s.open(b.text("transaction_id"), key, digests)
		r.Decision = Confirm
		s.sads["sad-"+r.ID] = r
		return said("Success", map[string]any{"transaction_id": r.ID, "sad": "sad-" + r.ID, "expired_in": 299})
	}))
	s.handle(mux, "POST "+at+"/v2/signatures/confirm", s.partner(func(_ *http.Request, b body) (int, any) {
		r := s.sads[b.text("sad")]
		if r == nil || r.ID != b.text("transaction_id") || b.text("password") != Password {
			return http.StatusOK, map[string]any{"status_code": 400, "message": "sad_invalid"}
		}
		return s.said(r)
	}))
}

// partner lets through only who names sp_id and sp_password.
func (s *Server) partner(h handler) handler {
	return func(r *http.Request, b body) (int, any) {
		if b.text("sp_id") != ClientID || b.text("sp_password") != Secret || b.text("user_id") != User {
			return http.StatusOK, map[string]any{"status_code": 401, "message": "credential_invalid", "data": nil}
		}
		return h(r, b)
	}
}

// order reads what is to be signed.
func (s *Server) order(b body) (signing.Key, [][]byte) {
	key, err := s.key(b.text("serial_number"))
	files, _ := b["sign_files"].([]any)
	if err != nil || len(files) == 0 || b.text("transaction_id") == "" {
		return nil, nil
	}
	var digests [][]byte
	for _, v := range files {
		f, _ := v.(map[string]any)
		d, err := hex.DecodeString(body(f).text("data_to_be_signed"))
		if err != nil || len(d) != 32 || body(f).text("sign_type") != "hash" || body(f).text("doc_id") != hex.EncodeToString(d[:8]) {
			return nil, nil
		}
		digests = append(digests, d)
	}
	return key, digests
}

func said(message string, data any) (int, any) {
	return http.StatusOK, map[string]any{"status_code": 200, "message": message, "data": data}
}

// said gives the signatures, last document first: their order is not promised.
func (s *Server) said(r *Request) (int, any) {
	signatures, err := s.sign(r)
	if err != nil {
		return said("FAILED", nil)
	}
	list := []map[string]any{}
	for i := len(signatures) - 1; i >= 0; i-- {
		list = append(list, map[string]any{"doc_id": hex.EncodeToString(r.Digests[i][:8]), "signature_value": signatures[i], "timestamp_signature": nil})
	}
	return said("SUCCESS", map[string]any{"transaction_id": r.ID, "signatures": list})
}
