import { post } from "@shared/api/client";
import { useMutation } from "@tanstack/react-query";

export interface AccessForm {
  student_id: string;
  name: string;
  phone_number: string;
  message?: string;
}

export const useRequestAccess = () =>
  useMutation({ mutationFn: (form: AccessForm) => post<{ id: string }>("/auth/access-requests", form) });
