/** The parts of forms, and questions that must be answered. */

import type { ReactNode } from "react";
import {
	TextField as AriaTextField,
	Dialog,
	FieldError,
	Heading,
	Input,
	Label,
	Modal,
	ModalOverlay,
	Text,
	TextArea,
	type TextFieldProps,
} from "react-aria-components";

/** A field of a form. `long` ones take several lines. */
export function TextField({
	label,
	hint,
	error,
	long,
	placeholder,
	code,
	inputMode,
	...props
}: Omit<TextFieldProps, "children" | "className"> & {
	label: ReactNode;
	hint?: ReactNode;
	error?: ReactNode;
	/** The number of lines. */
	long?: number;
	placeholder?: string;
	code?: boolean;
}) {
	return (
		<AriaTextField
			{...props}
			validationBehavior="aria"
			isInvalid={error !== undefined && error !== null && error !== false}
			className="field"
		>
			<Label>{label}</Label>
			{hint && (
				<Text slot="description" className="hint">
					{hint}
				</Text>
			)}
			{long ? (
				<TextArea rows={long} placeholder={placeholder} className={code ? "code" : undefined} />
			) : (
				<Input placeholder={placeholder} className={code ? "code" : undefined} inputMode={inputMode} />
			)}
			<FieldError className="field-error">{error}</FieldError>
		</AriaTextField>
	);
}

/** A question that the reader must answer before anything happens. */
export function Ask({
	title,
	isOpen,
	onClose,
	children,
}: {
	title: string;
	isOpen: boolean;
	onClose: () => void;
	children: ReactNode;
}) {
	return (
		<ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable className="overlay">
			<Modal className="modal">
				<Dialog className="dialog">
					<Heading slot="title" level={2}>
						{title}
					</Heading>
					{children}
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}
